#include "amends/input/mime_library.h"

#include <mutex>

#include <gmime/gmime.h>

namespace amends::input {

void StartMimeLibrary() {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
}

}  // namespace amends::input
