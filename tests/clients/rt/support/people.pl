# Who there is at the desk. Anybody may write to it; Jo answers, in plain text.
use utf8;

our @Users = (
    {
        Name         => 'jo',
        RealName     => 'Jo Park',
        EmailAddress => 'jo@desk.example',
        Password     => 'password',
        Privileged   => 1,
        Signature    => "Jo Park\nThe lamp desk",
    },
);

our @ACL = map { {
    Right => $_, GroupDomain => 'SystemInternal', GroupType => 'Everyone', Queue => 'General'
} } qw(CreateTicket ReplyToTicket);
push @ACL, map { {
    Right => $_, GroupDomain => 'SystemInternal', GroupType => 'Privileged', Queue => 'General'
} } qw(SeeQueue ShowTicket CommentOnTicket ModifyTicket ShowOutgoingEmail);

our @Final = (
    sub {
        my $jo = RT::User->new( RT->SystemUser );
        $jo->Load('jo');
        my ( $done, $message ) = $jo->SetPreferences( RT->System, { MessageBoxRichText => 0 } );
        die $message unless $done;
    },
);

1;
