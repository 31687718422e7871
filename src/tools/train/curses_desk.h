// A desk that is a screen of text, used by keys alone. The page is scrolled as a whole,
// with the question below it; the last line says which keys work.
#pragma once

#include <string>
#include <vector>

#include "tools/train/desk.h"
#include "tools/train/screen.h"
#include "tools/train/widget.h"

namespace amends {

class CursesDesk : public Desk {
 public:
  void Show(const Page& page) override;
  void Add(const Page& page) override;
  Reply Choose(const Question& question, const std::vector<std::string>& options,
               size_t& chosen) override;
  Reply Tick(const Question& question, const std::vector<std::string>& options,
             std::vector<size_t>& ticked) override;
  Reply Arrange(const Question& question, const std::vector<std::string>& sentences,
                std::vector<size_t>& order) override;
  Reply Mark(const Question& question, const std::string& draft,
             std::vector<text::Span>& marks) override;
  Reply Write(const Question& question, std::string& text) override;
  Reply WriteLine(const Question& question, const std::string& otherwise,
                  std::string& line) override;

 private:
  Reply Run(const Question& question, Widget& widget);
  void Scroll(bool down);
  void Draw(const Question& question, const Widget& widget);
  std::vector<Line> Footer(const Question& question, const Widget& widget, bool above,
                           bool below) const;
  size_t width() const;

  Screen screen_;
  Page page_;
  size_t scroll_ = 0;     // lines above the screen
  size_t page_rows_ = 1;  // lines of it that are seen
  bool seen_ = true;      // the place of the answer is on the screen
  bool follow_ = false;   // the screen goes where the answer is being given
  bool asked_ = false;    // something, since the page began
  bool leaving_ = false;  // Esc was pressed once
};

}  // namespace amends
