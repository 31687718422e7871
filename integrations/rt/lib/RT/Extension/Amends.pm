# This extension is free software under version 2 of the GNU General Public License.
use strict;
use warnings;

package RT::Extension::Amends;

our $VERSION = '0.1';

use Digest::SHA qw(sha256_hex);

use RT::Extension::Amends::Draft;
use RT::Extension::Amends::Fix;
use RT::Extension::Amends::Service;

=head1 NAME

RT::Extension::Amends - asks Amends before a reply goes to the requestor

=head1 DESCRIPTION

F<README.md> tells how to install and set it up. The pages of RT call C<BeforeUpdate>; what
comes of it is shown by F<html/Elements/AmendsFindings>.

=cut

RT->AddStyleSheets('amends.css');
RT->AddJavaScript('amends.js');

# The token is not shown on the page of the system's configuration.
$RT::Config::META{'AmendsToken'} = {
    Type      => 'SCALAR',
    Immutable => 1,
    Obfuscate => sub {
        my ( $config, $value, $user ) = @_;
        return defined $value ? $user->loc('Password not printed') : $value;
    },
};

# What the buttons of the findings send as SubmitTicket.
our $OVERRIDE = 'amends-override';
our $CONFIRM  = 'amends-confirm';

=head2 BeforeUpdate TicketObj, ARGSRef, skip_update, checks_failure, results

Of the callback of that name, which every rendering of the form calls. Holds the reply back
where the service says so, and makes the fix that was asked for. Comments are not looked at.

Returns what the page shows: C<answer> of the service, C<seen> (which draft it is about),
C<notice>; or C<said>, a line for the page after sending; or nothing.

=cut

sub BeforeUpdate {
    my ( $class, %args ) = @_;
    my $form = $args{'ARGSRef'};
    my $fix  = _One( $form->{'Amends-Fix'} );
    return unless defined $fix or exists $form->{'SubmitTicket'};
    return unless ( $form->{'UpdateType'} || '' ) eq 'response';

    my $shown = eval {
        my $user = $args{'TicketObj'}->CurrentUser;
        my $draft = RT::Extension::Amends::Draft->New( $args{'TicketObj'}, $form );
        !$draft          ? {}
        : defined $fix ? _Fix( $user, $draft, $form, $fix )
        :                _Submit( $user, $draft, \%args );
    };
    return $shown if $shown;
    # The message of an exception could quote the draft.
    my ($where) = $@ =~ /( at \S+ line \d+)/;
    my $why = 'Amends was not asked, because of an error here';
    return _Unchecked( $args{'TicketObj'}->CurrentUser,
        { why => $why, log => $why . ( $where || '' ) } );
}

sub _Submit {
    my ( $user, $draft, $args ) = @_;
    my ( $form, $results ) = @{$args}{qw(ARGSRef results)};
    my $pressed = _One( $form->{'SubmitTicket'} ) || '';

    # A token works once: it is not spent on a reply that RT itself keeps back.
    my $override;
    if ( $pressed eq $OVERRIDE and not $args->{'checks_failure'} ) {
        $override = {
            token  => _One( $form->{'Amends-Token'} )  // '',
            reason => _One( $form->{'Amends-Reason'} ) // '',
        };
    }
    my ( $answer, $problem ) = RT::Extension::Amends::Service->Ask( $draft->Record, $override );

    # The service is there and says why the override does not hold: look again.
    my $notice;
    if ( $override and $problem and $problem->{'code'} =~ /^(?:override|store)$/ ) {
        $notice = $problem->{'message'};
        ( $answer, my $second ) = RT::Extension::Amends::Service->Ask( $draft->Record );
        if ( $second and $problem->{'code'} eq 'store' ) {
            return _Hold( $args, { notice => $notice }, $notice );
        }
        $problem = $second;
    }
    return _Unchecked( $user, $problem ) if $problem;

    my $decision = $answer->{'decision'};
    if ( $answer->{'overridden'} ) {
        return { said => $user->loc('The reply goes out as it is. Your reason has been kept.') };
    }
    return {} if $decision eq 'send';
    my $seen = _Digest($draft);
    return {}
        if $decision eq 'confirm'
        and $pressed eq $CONFIRM
        and ( _One( $form->{'Amends-Seen'} ) // '' ) eq $seen;

    return _Hold( $args, { answer => $answer, seen => $seen, notice => $notice },
        $answer->{'reason'} );
}

sub _Hold {
    my ( $args, $shown, $reason ) = @_;
    ${ $args->{'skip_update'} } = 1;
    push @{ $args->{'results'} },
        $args->{'TicketObj'}->CurrentUser->loc( 'Not sent yet: [_1]', $reason );
    return $shown;
}

# Makes the fix that was pressed in the message as it stands now, and looks again.
sub _Fix {
    my ( $user, $draft, $form, $fix ) = @_;
    my ( $answer, $problem ) = RT::Extension::Amends::Service->Ask( $draft->Record );
    if ( not $problem ) {
        my $mended = _Mended( $draft, $form, $fix, $answer );
        return {
            answer => $answer,
            seen   => _Digest($draft),
            notice => $user->loc('The reply has changed; this is how it stands now.'),
        } unless defined $mended;
        $form->{'UpdateContent'} = $mended;
        $draft->SetText($mended);
        ( $answer, $problem ) = RT::Extension::Amends::Service->Ask( $draft->Record );
    }
    return { notice => $user->loc( 'Amends could not be asked: [_1].', $user->loc( $problem->{'why'} ) ) }
        if $problem;
    return { answer => $answer, seen => _Digest($draft) };
}

# The message with the change, or undef if the change is no longer to be had.
sub _Mended {
    my ( $draft, $form, $fix, $answer ) = @_;
    my ( $fingerprint, $number ) = $fix =~ /^([0-9a-f]+)-([0-9]{1,3})$/ or return;
    for my $finding ( @{ $answer->{'findings'} } ) {
        next unless $finding->{'fingerprint'} eq $fingerprint;
        my $suggestion = $finding->{'suggestions'}[$number] or next;
        my $blanks = RT::Extension::Amends::Fix::Blanks($suggestion);
        my @values = map { _One( $form->{"Amends-Blank-$fix-$_"} ) } 0 .. $#$blanks;
        return RT::Extension::Amends::Fix::Apply( $draft->Text, $draft->IsHTML, $suggestion,
            @values );
    }
    return;
}

sub _Unchecked {
    my ( $user, $problem ) = @_;
    RT->Logger->warning("A reply was not checked: $problem->{'log'}");
    return {
        said => $user->loc( 'This reply was not checked and goes out as it is: [_1].',
            $user->loc( $problem->{'why'} ) ),
    };
}

# Tells whether the draft is the one that the agent was asked about.
sub _Digest {
    my ($draft) = @_;
    my $text = $draft->Text;
    utf8::encode($text);
    return sha256_hex($text);
}

# A field may come more than once.
sub _One {
    my ($value) = @_;
    return ref $value eq 'ARRAY' ? $value->[0] : $value;
}

1;
