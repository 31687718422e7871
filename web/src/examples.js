// Drafts to try the page with.
export const examples = [
  {
    id: 'kettle',
    name: 'A kettle that leaked twice',
    about: 'E-mail. Polite words that take the apology back.',
    channel: 'email',
    turns: [{role: 'customer', text: 'This is the second kettle from you that leaks. The first one ruined a drawer of my grandmother’s letters, and now there is water all over the worktop again. I want my money back, and frankly I am tired of asking.\n\nRuth Lindqvist'}],
    text: 'Dear Ms Lindqvist,\n\nWe’re sorry if you felt let down, but it’s our policy to repair an item before any refund can be considered. Have you tried descaling it? Please be assured that we take quality very seriously.\n\nUnfortunately we have been extremely busy, so mistakes were made.\n\nKind regards,\nThe Service Team',
  },
  {
    id: 'internet',
    name: 'No internet since Monday',
    about: 'Chat. Questions before sympathy.',
    channel: 'chat',
    turns: [
      {role: 'customer', text: 'Hi, my internet has been down since Monday. I work from home and lost two days of pay.'},
      {role: 'agent', text: 'Hello! I will look into this and get back to you today.'},
      {role: 'customer', text: 'That was yesterday. Nobody got back to me.'},
    ],
    text: 'As per our records there is no fault in your area. Did you restart the router? You need to call the technical department, they handle outages. We apologise for any inconvenience this may have caused.',
  },
  {
    id: 'hotel',
    name: 'A review of a noisy room',
    about: 'Public reply. Everybody reads along.',
    channel: 'public',
    turns: [{role: 'customer', text: '2 stars. We had booked a quiet room for our anniversary and got one above the bins, with lorries from five in the morning. Reception shrugged. Lovely breakfast, but we won’t be back.'}],
    text: 'Dear guest, thank you for your feedback. We are sorry you feel this way. Our other guests are very happy with that room, and you should have told us at the time. With over 200 five-star reviews we are committed to excellence and hope to welcome you back soon!',
  },
  {
    id: 'good',
    name: 'A reply that lands well',
    about: 'E-mail. What the page looks like when little is left to say.',
    channel: 'email',
    turns: [{role: 'customer', text: 'The desk came with the wrong legs, and your fitter cancelled on the morning I had taken off for him. I have a new job starting Thursday and nothing to work on.\n\nOmar'}],
    text: 'Dear Omar,\n\nI’m sorry that the desk came with the wrong legs and that you lost the morning you had taken off. That was my mistake: I booked the fitter without checking which legs were in the box. It leaves you without a place to work in the week you start a new job, and I understand how unwelcome that is.\n\nI have put the right legs on today’s van. Jan will bring them and fit them on Wednesday between 8 and 9, before you leave, and he will ring you half an hour ahead. I’ve refunded the £45 for the fitting, and I have sent you a lamp for the new desk as well. If Wednesday does not suit you, which day would?\n\nI’ll write to you on Wednesday at noon to hear whether all is well. From this week on I check every box against the order before a fitter is booked, so that this does not happen again.\n\nAll the best for Thursday,\nMaria Novak\n020 7946 0321',
  },
];
