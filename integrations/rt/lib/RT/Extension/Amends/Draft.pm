# This extension is free software under version 2 of the GNU General Public License.
use strict;
use warnings;

package RT::Extension::Amends::Draft;

use RT::Extension::Amends::Turn;

=head1 NAME

RT::Extension::Amends::Draft - a reply that is about to be sent, with its thread

=cut

# The service takes 500 turns; of a longer ticket the newest are enough.
my $MOST_TURNS = 200;

=head2 New TICKET, FORM

Of the form in which the reply is written. Undef where it has no words of the agent's, as
with a signature alone: RT sends no text then.

=cut

sub New {
    my ( $class, $ticket, $form ) = @_;
    my $text = $form->{'UpdateContent'};
    my $type = $form->{'UpdateContentType'} || 'text/plain';
    return unless defined $text and not ref $text;
    my $sent = RT::Interface::Web::StripContent(
        Content        => $text,
        ContentType    => $type,
        StripSignature => 1,
        CurrentUser    => $ticket->CurrentUser,
    );
    return unless defined $sent and length $sent;
    my $self = bless { Text => $text, IsHTML => $type eq 'text/html' }, $class;
    $self->{'Thread'} = _Thread($ticket);
    $self->{'Id'} = join '/', RT->Config->Get('rtname'), 'ticket', $ticket->id;
    return $self;
}

sub Text   { return $_[0]{'Text'} }
sub IsHTML { return $_[0]{'IsHTML'} }

sub SetText {
    my ( $self, $text ) = @_;
    $self->{'Text'} = $text;
}

=head2 Record

What the service is asked about: docs/formats.md of Amends.

=cut

sub Record {
    my ($self) = @_;
    my $now = RT::Date->new( RT->SystemUser );
    $now->SetToNow;
    my $answered = grep { $_->{'reply'} } @{ $self->{'Thread'} };
    return {
        id      => $self->{'Id'},
        channel => RT->Config->Get('AmendsChannel') || 'email',
        kind    => 'reply',
        format  => $self->{'IsHTML'} ? 'html' : 'text',
        now     => $now->W3CDTF( Timezone => 'UTC' ),
        context => [ map { $_->{'turn'} } @{ $self->{'Thread'} } ],
        text    => $self->{'Text'},
        facts   => { first_reply => $answered ? JSON::false : JSON::true },
    };
}

# What customer and agents have said to each other, the oldest first. Comments and what RT
# sends by itself are no part of it.
sub _Thread {
    my ($ticket) = @_;
    my $transactions = $ticket->Transactions;
    $transactions->Limit( FIELD => 'Type', VALUE => $_, ENTRYAGGREGATOR => 'OR' )
        for qw(Create Correspond);
    my @thread;
    while ( my $transaction = $transactions->Next ) {
        my $turn = RT::Extension::Amends::Turn::Of( $ticket, $transaction ) or next;
        my $is_reply = $turn->{'role'} eq 'agent' && $transaction->Type eq 'Correspond';
        push @thread, { turn => $turn, reply => $is_reply };
    }
    splice @thread, 0, @thread - $MOST_TURNS if @thread > $MOST_TURNS;
    return \@thread;
}

1;
