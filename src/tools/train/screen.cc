#include "tools/train/screen.h"

#include <algorithm>
#include <array>
#include <climits>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <stdexcept>
#include <string_view>

#include <curses.h>
#include <langinfo.h>
#include <poll.h>
#include <unistd.h>

#include "tools/flags/terminal.h"

namespace amends {
namespace {

constexpr int kWaitMilliseconds = 500;  // then it looks whether it is to end
constexpr int kEscapeMilliseconds = 50;
constexpr int kInterrupt = 3;  // Ctrl-C, where the terminal sends it as a character
constexpr std::array<int, 4> kEndings = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

volatile std::sig_atomic_t told_to_end = 0;

void TellToEnd(int signal) { told_to_end = signal; }

std::array<struct sigaction, kEndings.size()> handlers_before;

void WatchSignals() {
  told_to_end = 0;
  struct sigaction action {};
  action.sa_handler = TellToEnd;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < kEndings.size(); ++i) {
    struct sigaction& before = handlers_before.at(i);
    sigaction(kEndings.at(i), nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(kEndings.at(i), &action, nullptr);
  }
}

void LeaveSignals() {
  for (size_t i = 0; i < kEndings.size(); ++i) {
    sigaction(kEndings.at(i), &handlers_before.at(i), nullptr);
  }
}

void UseUtf8() {
  std::setlocale(LC_CTYPE, "");
  if (std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  std::setlocale(LC_CTYPE, "C.UTF-8");
}

short PairOf(Tone tone) { return static_cast<short>(static_cast<int>(tone) + 1); }

void MakeColors() {
  start_color();
  use_default_colors();
  constexpr short kUsual = -1;
  init_pair(PairOf(Tone::kPlain), kUsual, kUsual);
  init_pair(PairOf(Tone::kHead), COLOR_MAGENTA, kUsual);
  init_pair(PairOf(Tone::kCustomer), COLOR_CYAN, kUsual);
  init_pair(PairOf(Tone::kAgent), kUsual, kUsual);
  init_pair(PairOf(Tone::kGood), COLOR_GREEN, kUsual);
  init_pair(PairOf(Tone::kFault), COLOR_RED, kUsual);
  init_pair(PairOf(Tone::kRemark), COLOR_YELLOW, kUsual);
  init_pair(PairOf(Tone::kQuiet), kUsual, kUsual);
}

attr_t AttributesOf(const Look& look) {
  attr_t attributes = A_NORMAL;
  if (look.bold) attributes |= A_BOLD;
  if (look.underline) attributes |= A_UNDERLINE;
  if (look.reverse) attributes |= A_REVERSE;
  if (look.tone == Tone::kQuiet) attributes |= A_DIM;
  return attributes;
}

KeyName NameOfFunction(wint_t code) {
  switch (code) {
    case KEY_UP:
      return KeyName::kUp;
    case KEY_DOWN:
      return KeyName::kDown;
    case KEY_LEFT:
      return KeyName::kLeft;
    case KEY_RIGHT:
      return KeyName::kRight;
    case KEY_HOME:
      return KeyName::kHome;
    case KEY_END:
      return KeyName::kEnd;
    case KEY_PPAGE:
      return KeyName::kPageUp;
    case KEY_NPAGE:
      return KeyName::kPageDown;
    case KEY_BACKSPACE:
      return KeyName::kBackspace;
    case KEY_DC:
      return KeyName::kDelete;
    case KEY_BTAB:
      return KeyName::kBackTab;
    case KEY_ENTER:
      return KeyName::kEnter;
    case KEY_RESIZE:
      return KeyName::kResize;
    case KEY_F(1):
      return KeyName::kHelp;
    case KEY_F(2):
      return KeyName::kLeave;
    case KEY_F(3):
      return KeyName::kSkip;
    case KEY_F(10):
      return KeyName::kDone;
    default:
      return KeyName::kNone;
  }
}

Key KeyOfCharacter(wint_t c) {
  constexpr wint_t kEscape = 27;
  constexpr wint_t kRubout = 127;
  constexpr wint_t kFirstText = 32;
  if (c == L'\n' || c == L'\r') return {KeyName::kEnter, ""};
  if (c == L'\t') return {KeyName::kTab, ""};
  if (c == kEscape) return {KeyName::kEscape, ""};
  if (c == kRubout || c == L'\b') return {KeyName::kBackspace, ""};
  if (c == kInterrupt) return {KeyName::kLeave, ""};
  if (c < kFirstText) {
    return {KeyName::kControl, std::string(1, static_cast<char>('a' + c - 1))};
  }
  std::array<char, MB_LEN_MAX> bytes{};
  std::mbstate_t state{};
  const size_t length = std::wcrtomb(bytes.data(), static_cast<wchar_t>(c), &state);
  if (length == static_cast<size_t>(-1)) return {};
  return {KeyName::kText, std::string(bytes.data(), length)};
}

bool IsGone() {
  struct pollfd input {
    STDIN_FILENO, POLLIN, 0
  };
  return poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

}  // namespace

bool CanBeScreen() {
  const char* const terminal = std::getenv("TERM");
  const std::string_view name = terminal == nullptr ? "" : terminal;
  return IsTerminal(stdin) && IsTerminal(stdout) && !name.empty() && name != "dumb";
}

Screen::Screen() {
  UseUtf8();
  // Before curses does: it leaves alone what somebody else has seen to.
  WatchSignals();
  if (newterm(nullptr, stdout, stdin) == nullptr) {
    LeaveSignals();
    throw std::runtime_error("This terminal is not known; --plain works in any.");
  }
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  set_escdelay(kEscapeMilliseconds);
  in_color_ = TakesColor(stdout) && has_colors();
  if (in_color_) MakeColors();
}

Screen::~Screen() {
  endwin();
  LeaveSignals();
  if (told_to_end != 0 && told_to_end != SIGINT) std::raise(told_to_end);
}

size_t Screen::rows() const { return static_cast<size_t>(std::max(LINES, 2)); }
size_t Screen::columns() const { return static_cast<size_t>(std::max(COLS, 4)); }

void Screen::Draw(const std::vector<Line>& lines,
                  const std::optional<TextEditor::Place>& cursor) {
  erase();
  for (size_t row = 0; row < lines.size() && row < rows(); ++row) {
    move(static_cast<int>(row), 0);
    for (const Stretch& stretch : lines[row]) {
      const short pair = in_color_ ? PairOf(stretch.look.tone) : short{0};
      attr_set(AttributesOf(stretch.look), pair, nullptr);
      addstr(stretch.text.c_str());
    }
  }
  attr_set(A_NORMAL, 0, nullptr);
  curs_set(cursor ? 1 : 0);
  if (cursor) move(static_cast<int>(cursor->row), static_cast<int>(cursor->column));
  refresh();
}

void Screen::Forget() { clearok(stdscr, TRUE); }

Key Screen::Read() {
  timeout(kWaitMilliseconds);
  while (true) {
    wint_t c = 0;
    const int status = get_wch(&c);
    if (told_to_end != 0) return {KeyName::kLeave, ""};
    if (status == ERR) {
      if (IsGone()) return {KeyName::kLeave, ""};
      continue;
    }
    Key key = status == KEY_CODE_YES ? Key{NameOfFunction(c), ""} : KeyOfCharacter(c);
    if (key.name != KeyName::kNone) return key;
  }
}

bool Screen::HasMore() {
  struct pollfd input {
    STDIN_FILENO, POLLIN, 0
  };
  return poll(&input, 1, 0) > 0 && (input.revents & POLLIN) != 0;
}

}  // namespace amends
