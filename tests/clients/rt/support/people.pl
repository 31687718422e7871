# Who there is at the desk: anybody may write to it.
use utf8;

our @ACL = map { {
    Right => $_, GroupDomain => 'SystemInternal', GroupType => 'Everyone', Queue => 'General'
} } qw(CreateTicket ReplyToTicket);

1;
