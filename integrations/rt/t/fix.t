# This extension is free software under version 2 of the GNU General Public License.
# Changes land where they belong, whatever stands before them.
use strict;
use warnings;
use utf8;

use Test::More;

use RT::Extension::Amends::Fix;

my @rows = (
    {   law  => 'bytes are counted, not characters',
        text => '😀 é We\'re sorry.', edits => [ [ 8, 13, "I'm" ] ], is => '😀 é I\'m sorry.' },
    {   law  => 'edits may come in any order, and move one another',
        text => 'a b c', edits => [ [ 4, 5, 'z' ], [ 0, 1, 'xyz' ] ], is => 'xyz b z' },
    {   law => 'a place takes words in', text => 'ab', edits => [ [ 1, 1, '–' ] ], is => 'a–b' },
    {   law    => 'edits of the source come before those of the text',
        text   => '<b>a</b>', edits => [ [ 0, 1, 'x' ] ], source => [ [ 3, 4, 'x' ] ],
        is     => '<b>x</b>' },
    {   law   => 'what cannot be made in the source is not made',
        text  => '<b>a</b>', edits => [ [ 0, 1, 'x' ] ], source => [], is => undef },
    { law => 'edits that overlap do not fit', text => 'abc', edits => [ [ 0, 2, '' ], [ 1, 3, '' ] ], is => undef },
    { law => 'edits beyond the text do not fit', text => 'abc', edits => [ [ 2, 4, '' ] ], is => undef },
    { law => 'an edit that cuts a character does not fit', text => 'é', edits => [ [ 1, 2, '' ] ], is => undef },
    {   law   => 'blanks are filled in their order',
        text  => 'Sorry.', edits => [ [ 0, 5, 'I [[did]] and [[do]]' ] ], values => [ 'broke', ' mend  it ' ],
        is    => 'I broke and mend it.' },
    {   law    => 'a blank without a value stays',
        text   => '', edits => [ [ 0, 0, '[[a]] [[b]]' ] ], values => [ undef, 'x' ], is => '[[a]] x' },
    {   law  => 'what stands in brackets elsewhere is left alone',
        text => '[[mine]] a', edits => [ [ 9, 10, '[[b]]' ] ], values => ['x'], is => '[[mine]] x' },
    {   law  => 'values are words, not tags', html => 1,
        text => '<p>a</p>', edits => [ [ 3, 4, '[[b]]' ] ], values => ['<i> & "x"'],
        is   => '<p>&lt;i&gt; &amp; &quot;x&quot;</p>' },
    {   law  => 'values of plain text stay as they are',
        text => 'a', edits => [ [ 0, 1, '[[b]]' ] ], values => ['<i> & "x"'], is => '<i> & "x"' },
    {   law  => 'a blank in pieces is one blank, and tags in it stay', html => 1,
        text => '<p>a <b>b</b> c</p>', edits => [ [ 3, 4, '[[x' ], [ 14, 15, 'y]]' ] ], values => ['z'],
        is   => '<p>z<b></b></p>' },
    { law => 'a value with brackets is no new blank', text => 'a', edits => [ [ 0, 1, '[[b]] [[c]]' ] ],
      values => [ '[[d]]', 'e' ], is => '[[d]] e' },
);

sub Edits {
    return [ map { { start => $_->[0], end => $_->[1], insert => $_->[2] } } @{ $_[0] } ];
}

for my $row (@rows) {
    my $suggestion = { edits => Edits( $row->{'edits'} ) };
    $suggestion->{'source_edits'} = Edits( $row->{'source'} ) if $row->{'source'};
    my $is = RT::Extension::Amends::Fix::Apply( $row->{'text'}, $row->{'html'}, $suggestion,
        @{ $row->{'values'} || [] } );
    is( $is, $row->{'is'}, $row->{'law'} );
}

is_deeply(
    RT::Extension::Amends::Fix::Blanks( { edits => Edits( [ [ 5, 6, '[[b]]' ], [ 0, 1, 'x [[a]]' ] ] ) } ),
    [ 'a', 'b' ], 'blanks are named in the order of the text' );

my $finding = { text => 'We\'re sorry', start => 10, end => 21 };
my @previews = (
    { law => 'within the words of the finding', edits => [ [ 10, 15, "I'm" ] ], is => "I'm sorry" },
    { law => 'beyond them the new words alone', edits => [ [ 4, 15, "I'm" ], [ 30, 31, 'x' ] ], is => "I'm … x" },
    { law => 'nothing new, nothing shown', edits => [ [ 4, 15, '' ] ], is => undef },
    { law => 'advice has none', edits => [], is => undef },
);
for my $row (@previews) {
    is( RT::Extension::Amends::Fix::Preview( $finding, { edits => Edits( $row->{'edits'} ) } ),
        $row->{'is'}, "preview: $row->{'law'}" );
}

done_testing();
