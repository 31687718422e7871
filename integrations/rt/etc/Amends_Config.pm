# What applies where RT_SiteConfig.pm says nothing else.

# The service: amends serve, or amends-serve.
Set( $AmendsURL, 'http://127.0.0.1:8090' );

# Its bearer token, where it asks for one.
Set( $AmendsToken, undef );

# Seconds to wait for it; after them the reply goes out unchecked.
Set( $AmendsTimeout, 3 );

# How replies reach the customer: email, chat or public.
Set( $AmendsChannel, 'email' );

1;
