#include "tools/drafts/line_batches.h"

#include <algorithm>
#include <string_view>

namespace amends {

bool LineBatches::ReadMore() {
  ended_ = ended_ || read_(pending_) == 0;
  return !ended_;
}

LineBatch LineBatches::Take(size_t size) {
  LineBatch batch;
  batch.first_line = line_;
  batch.text = pending_.substr(0, size);
  line_ += static_cast<uint32_t>(std::ranges::count(batch.text, '\n'));
  pending_.erase(0, size);
  searched_ = 0;
  return batch;
}

LineBatch LineBatches::SkipLine() {
  LineBatch batch;
  batch.first_line = line_++;
  batch.too_long = true;
  size_t end = pending_.find('\n');
  while (end == std::string::npos) {
    pending_.clear();
    if (!ReadMore()) return batch;
    end = pending_.find('\n');
  }
  pending_.erase(0, end + 1);
  searched_ = 0;
  return batch;
}

std::optional<LineBatch> LineBatches::Next() {
  while (true) {
    const size_t end = std::string_view(pending_).substr(searched_).rfind('\n');
    if (end != std::string_view::npos) return Take(searched_ + end + 1);
    searched_ = pending_.size();
    if (pending_.size() > longest_line_) return SkipLine();
    if (!ReadMore()) break;
  }
  if (pending_.empty()) return std::nullopt;
  return Take(pending_.size());
}

}  // namespace amends
