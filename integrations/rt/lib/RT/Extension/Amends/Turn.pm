# This extension is free software under version 2 of the GNU General Public License.
use strict;
use warnings;

package RT::Extension::Amends::Turn;

use Text::Quoted ();

=head1 NAME

RT::Extension::Amends::Turn - a message of the thread, as the service takes it

=head2 Of TICKET, TRANSACTION

C<role>, C<text> and C<at>; undef where there are no words, or none that this user may see.
The requestor is the customer, and so is whoever else has no rights of staff.

=cut

sub Of {
    my ( $ticket, $transaction ) = @_;
    return unless $transaction->CurrentUserCanSee and $transaction->ContentObj;
    my $text = Own( $transaction->Content( Type => 'text/plain' ) );
    return unless $text =~ /\S/;
    my $creator = $transaction->CreatorObj;
    my $is_requestor = $ticket->Requestor->HasMemberRecursively( $creator->PrincipalObj );
    return {
        role => $is_requestor || !$creator->Privileged ? 'customer' : 'agent',
        text => $text,
        at   => $transaction->CreatedObj->W3CDTF( Timezone => 'UTC' ),
    };
}

=head2 Own TEXT

What the writer of a mail says, without what is quoted in it: those are turns of their own.
All of it where nothing would be left.

=cut

sub Own {
    my ($text) = @_;
    $text =~ s/\r\n?/\n/g;
    my $own = $text;
    # What Outlook and its like put above all that they quote.
    $own =~ s/^[ ]*-{3,}[ ]*Original Message[ ]*-{3,}.*//msi;
    $own = join "\n\n", map { _Words($_) } _Pieces($own);
    return $own =~ /\S/ ? $own : $text;
}

# The stretches between quotations.
sub _Pieces {
    my ($text) = @_;
    my @pieces = ('');
    for my $part ( @{ Text::Quoted::extract($text) } ) {
        if ( ref $part eq 'ARRAY' ) {
            $pieces[-1] = _WithoutAttribution( $pieces[-1] );
            push @pieces, '';
        } else {
            $pieces[-1] .= $part->{'raw'} . "\n";
        }
    }
    return @pieces;
}

# Without the line or two that say who is quoted below.
sub _WithoutAttribution {
    my ($piece) = @_;
    my $first = qr/(?:On|Le|Am|El|Il|Op|Em|Den)\b/;
    $piece =~ s/(?:\A|\n)$first[^\n]*(?:\n[^\n]+)?:\s*\z//
        or $piece =~ s/(?:\A|\n)[^\n]*:\s*\z//;
    return $piece;
}

sub _Words {
    my ($piece) = @_;
    $piece =~ s/\A\s+|\s+\z//g;
    return length $piece ? $piece : ();
}

1;
