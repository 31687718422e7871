# This extension is free software under version 2 of the GNU General Public License.
use strict;
use warnings;

package RT::Extension::Amends::Service;

use HTTP::Request;
use JSON;
use LWP::UserAgent;
use Time::HiRes;

=head1 NAME

RT::Extension::Amends::Service - the service that judges drafts

=cut

my $MOST_BYTES = 8 * 1024 * 1024;

=head2 Ask RECORD, OVERRIDE

Asks once whether the draft may go out. Returns the answer of C<POST /v1/presend>, or undef
and a problem: C<code> (the service's own, or C<none>), C<message> of the service, C<why> in
a few words and C<log> with status and code; these two never quote a draft. Never dies because
of the service and logs nothing. Takes C<$AmendsTimeout> seconds, and no more than a few times
that.

=cut

sub Ask {
    my ( $class, $record, $override ) = @_;
    my $timeout = RT->Config->Get('AmendsTimeout') || 3;
    my $response = _Agent($timeout)->request( _Request( $record, $override ) );
    return _Problem( 'none', 'Amends did not answer in time' )
        if $response->header('X-Died') or $response->message =~ /\btimeout\b/i;
    return _Problem( 'none', 'Amends cannot be reached' )
        if ( $response->header('Client-Warning') || '' ) eq 'Internal response';

    my $answer = eval { decode_json( $response->decoded_content( charset => 'none' ) ) };
    $answer = {} unless ref $answer eq 'HASH';
    return $answer if $response->code == 200 and _IsDecision($answer);
    my $error = ref $answer->{'error'} eq 'HASH' ? $answer->{'error'} : {};
    my $code = $error->{'code'} || 'none';
    return _Problem( $code =~ /^[a-z-]{1,40}$/ ? $code : 'none',
        'Amends gave no decision', $error->{'message'}, $response->code );
}

sub _Agent {
    my ($timeout) = @_;
    # Neither draft nor token follows a redirect to another host.
    my $agent = LWP::UserAgent->new(
        agent                 => 'rt-extension-amends',
        timeout               => $timeout,
        max_redirect          => 0,
        requests_redirectable => [],
        max_size              => $MOST_BYTES,
        keep_alive            => 0,
    );
    my $end = Time::HiRes::time() + $timeout;
    $agent->add_handler(
        response_data => sub {
            die "timeout\n" if Time::HiRes::time() > $end;
            return 1;
        }
    );
    return $agent;
}

sub _Request {
    my ( $record, $override ) = @_;
    my $url = RT->Config->Get('AmendsURL') || '';
    $url =~ s{/+\z}{};
    my $request = HTTP::Request->new( POST => "$url/v1/presend" );
    $request->content_type('application/json');
    my $token = RT->Config->Get('AmendsToken');
    $request->header( Authorization => "Bearer $token" ) if defined $token and length $token;
    $request->content(
        JSON->new->utf8->encode( { %$record, $override ? ( override => $override ) : () } ) );
    return $request;
}

sub _IsDecision {
    my ($answer) = @_;
    return ( $answer->{'decision'} || '' ) =~ /^(?:send|confirm|hold)$/
        && ref $answer->{'findings'} eq 'ARRAY';
}

sub _Problem {
    my ( $code, $why, $message, $status ) = @_;
    my %problem = ( code => $code, why => $why, message => $message // $why );
    $problem{'log'} = $status ? "$why (status $status, code $code)" : $why;
    return ( undef, \%problem );
}

1;
