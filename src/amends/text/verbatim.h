// Addresses, paths, code and blanks: stretches that are one word whatever marks they
// hold.
#pragma once

#include <cstddef>
#include <string_view>

namespace amends::text {

// Finds them in one text; asks must come in rising order of `at`. What was looked through
// in vain is not looked through again, so that a text without blanks stays linear.
class VerbatimFinder {
 public:
  explicit VerbatimFinder(std::string_view source) : source_(source) {}

  // The end of the address that begins with the alphanumeric run [at, run_end), or `at`.
  size_t AfterRun(size_t at, size_t run_end);
  // The end of the @handle, path, `code` or [[blank]] that begins with the mark at `at`,
  // or `at`.
  size_t AtMark(size_t at);

 private:
  size_t Url(size_t at, size_t run_end) const;
  size_t Host(size_t at);
  size_t Email(size_t at);
  size_t Path(size_t at);
  size_t Code(size_t at);
  size_t Blank(size_t at) const;

  std::string_view source_;
  size_t no_host_before_ = 0;
  size_t no_email_before_ = 0;
  size_t no_path_before_ = 0;
  size_t no_code_before_ = 0;
};

}  // namespace amends::text
