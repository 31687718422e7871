# This extension is free software under version 2 of the GNU General Public License.
use strict;
use warnings;
use utf8;

package RT::Extension::Amends::Fix;

=head1 NAME

RT::Extension::Amends::Fix - makes the change that a finding suggests

=head1 DESCRIPTION

Edits count bytes of the text as UTF-8; the texts given and returned are Perl's characters.
Needs nothing of RT.

=cut

=head2 Blanks SUGGESTION

The names of the blanks that the agent fills in, in the order of the text.

=cut

sub Blanks {
    my ($suggestion) = @_;
    return [ map { $_->{'insert'} =~ /\[\[(.*?)\]\]/gs } _InOrder( $suggestion->{'edits'} ) ];
}

=head2 Apply TEXT, IS_HTML, SUGGESTION, VALUES

The text with all edits made and the blanks filled in; a blank without a value stays. Undef
where the edits do not fit the text.

=cut

sub Apply {
    my ( $text, $is_html, $suggestion, @values ) = @_;
    my @edits = _InOrder( $suggestion->{'source_edits'} // $suggestion->{'edits'} );
    return unless @edits;
    utf8::encode($text);
    my ( $mended, $done, $first ) = ( '', 0 );
    for my $edit (@edits) {
        my ( $start, $end ) = @{$edit}{qw(start end)};
        return if $start < $done or $end < $start or $end > length $text;
        $mended .= substr $text, $done, $start - $done;
        $first //= length $mended;
        my $insert = $edit->{'insert'};
        utf8::encode($insert);
        $mended .= $insert;
        $done = $end;
    }
    my $changed = substr $mended, $first, length($mended) - $first, '';
    my $rest = substr $text, $done;
    # An edit that fits never cuts a character.
    utf8::decode($_) or return for $mended, $changed, $rest;
    return $mended . _Filled( $changed, $is_html, @values ) . $rest;
}

=head2 Preview FINDING, SUGGESTION

What will stand in the place of the finding's words; where the change reaches further, the
new words alone; undef where there are none.

=cut

sub Preview {
    my ( $finding, $suggestion ) = @_;
    my ( $from, $to ) = @{$finding}{qw(start end)};
    my @edits = @{ $suggestion->{'edits'} };
    if ( grep { $_->{'start'} < $from or $_->{'end'} > $to } @edits ) {
        my $new = join ' … ', grep { length } map { $_->{'insert'} } _InOrder( \@edits );
        return length $new ? $new : undef;
    }
    return unless @edits;
    my @moved = map { {
        start => $_->{'start'} - $from, end => $_->{'end'} - $from, insert => $_->{'insert'}
    } } @edits;
    return Apply( $finding->{'text'}, 0, { edits => \@moved } );
}

sub _InOrder {
    my ($edits) = @_;
    return sort { $a->{'start'} <=> $b->{'start'} } @{ $edits || [] };
}

sub _Filled {
    my ( $text, $is_html, @values ) = @_;
    $text =~ s{(\[\[.*?\]\])}{
        my $blank = $1;
        my $value = shift @values // '';
        $value =~ s/\s+/ /g;
        $value =~ s/^ | $//g;
        !length $value ? $blank : $is_html ? _Escaped($value) . _Tags($blank) : $value;
    }gsex;
    return $text;
}

# Tags that stood among the words stay, so that none is left without its other half.
sub _Tags {
    my ($html) = @_;
    return join '', $html =~ /<[^>]*>/g;
}

sub _Escaped {
    my ($text) = @_;
    my %references = ( '&' => '&amp;', '<' => '&lt;', '>' => '&gt;', '"' => '&quot;' );
    $text =~ s/([&<>"])/$references{$1}/g;
    return $text;
}

1;
