// GMime must be started before anything of it is used.
#pragma once

namespace amends::input {

// Once for the whole process, however often and from however many threads.
void StartMimeLibrary();

}  // namespace amends::input
