// A key that was pressed, whatever the terminal sends for it.
#pragma once

#include <cstdint>
#include <string>

namespace amends {

enum class KeyName : uint8_t {
  kNone,  // none was pressed for a while
  kText,
  kControl,  // with a letter
  kEnter,
  kTab,
  kBackTab,
  kUp,
  kDown,
  kLeft,
  kRight,
  kHome,
  kEnd,
  kPageUp,
  kPageDown,
  kBackspace,
  kDelete,
  kEscape,
  kHelp,   // F1
  kLeave,  // F2, or an interrupt
  kSkip,   // F3
  kDone,   // F10
  kResize,
};

struct Key {
  KeyName name = KeyName::kNone;
  std::string text;  // of kText: a character; of kControl: a small letter
};

}  // namespace amends
