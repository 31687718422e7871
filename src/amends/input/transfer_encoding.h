// How the body of a mail's part is written down: plain, quoted-printable, base64,
// uuencoded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace amends::input {

enum class TransferEncoding : uint8_t { kNone, kQuotedPrintable, kBase64, kUuencode };

// The line end that the body uses.
std::string_view LineEndOf(std::string_view body);

// Never fails: what cannot be decoded stays or is dropped.
std::string DecodeTransfer(TransferEncoding encoding, std::string_view body);

// A stretch of an encoded body that can be decoded, and written anew, without the rest.
struct EncodedStretch {
  size_t begin = 0;  // of the encoded body
  size_t end = 0;
  std::string bytes;  // decoded
};

// The whole body in stretches as short as can be: its lines, but for base64 and
// uuencoding.
std::vector<EncodedStretch> SplitEncoded(TransferEncoding encoding,
                                         std::string_view body);

// Bytes as quoted-printable; their line ends stay line ends, and no line of what comes
// out is longer than 76 characters. Where the last line goes on in what is not given it
// is broken softly.
std::string EncodeQuotedPrintable(std::string_view bytes, std::string_view line_end,
                                  bool goes_on);

// In lines of 76 characters, the last of which has an end as well.
std::string EncodeBase64(std::string_view bytes, std::string_view line_end);

}  // namespace amends::input
