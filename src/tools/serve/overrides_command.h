// `amends overrides`: who sent drafts that were held, and why.
#pragma once

namespace amends::serve {

// `argv[0]` is “overrides”. Returns the exit code: 0, or 2 where it was called in a way
// it does not understand, or the overrides cannot be read.
int RunOverrides(int argc, char** argv);

}  // namespace amends::serve
