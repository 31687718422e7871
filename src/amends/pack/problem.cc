#include "amends/pack/problem.h"

namespace amends::pack {

std::string Format(const Problem& problem) {
  std::string text = problem.file;
  if (problem.line > 0) {
    text += ':' + std::to_string(problem.line) + ':' + std::to_string(problem.column);
  }
  text += ": " + problem.message + '\n';
  if (!problem.excerpt.empty()) {
    text += "  " + problem.excerpt + "\n  ";
    text.append(static_cast<size_t>(problem.caret > 0 ? problem.caret - 1 : 0), ' ');
    text.append(static_cast<size_t>(problem.caret_length > 0 ? problem.caret_length : 1),
                '^');
    text += '\n';
  }
  if (!problem.hint.empty()) text += "  hint: " + problem.hint + '\n';
  return text;
}

}  // namespace amends::pack
