# This extension is free software under version 2 of the GNU General Public License.
# Of a mail of the thread only what its writer says is taken.
use strict;
use warnings;
use utf8;

use Test::More;

use RT::Extension::Amends::Turn;

my @rows = (
    { law => 'words alone', text => "Hi,\n\nit broke.\n", is => "Hi,\n\nit broke." },
    {   law  => 'a quotation with the line above it',
        text => "It broke.\n\nOn Mon, 2 Mar 2026 at 10:00, Jo wrote:\n> Sorry if\n> it did\n",
        is   => 'It broke.' },
    {   law  => 'that line broken in two',
        text => "It broke.\n\nOn Mon, 2 Mar 2026 at 10:00, Jo Park via RT\n<help\@desk.example> wrote:\n> Sorry\n",
        is   => 'It broke.' },
    {   law  => 'right below the words',
        text => "It broke.\nOn Mon, Jo wrote:\n> Sorry\n", is => 'It broke.' },
    {   law  => 'answers between quotations',
        text => "> Did it?\nYes.\n> Twice?\nNo.\n", is => "Yes.\n\nNo." },
    {   law  => 'what Outlook puts below',
        text => "It broke.\r\n\r\n-----Original Message-----\r\nFrom: Jo\r\n\r\nSorry\r\n", is => 'It broke.' },
    { law => 'all of it, where all is quoted', text => "> Sorry\n", is => "> Sorry\n" },
);
is( RT::Extension::Amends::Turn::Own( $_->{'text'} ), $_->{'is'}, $_->{'law'} ) for @rows;

done_testing();
