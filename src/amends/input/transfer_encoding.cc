#include "amends/input/transfer_encoding.h"

#include <algorithm>

#include <gmime/gmime.h>

namespace amends::input {
namespace {

constexpr size_t kLongestEncodedLine = 76;

GMimeContentEncoding ToLibrary(TransferEncoding encoding) {
  switch (encoding) {
    case TransferEncoding::kNone:
      return GMIME_CONTENT_ENCODING_8BIT;
    case TransferEncoding::kQuotedPrintable:
      return GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    case TransferEncoding::kBase64:
      return GMIME_CONTENT_ENCODING_BASE64;
    case TransferEncoding::kUuencode:
      return GMIME_CONTENT_ENCODING_UUENCODE;
  }
  return GMIME_CONTENT_ENCODING_8BIT;
}

// Encodes or decodes bit by bit.
class Coder {
 public:
  static Coder Decoder(TransferEncoding encoding) {
    Coder coder;
    g_mime_encoding_init_decode(&coder.state_, ToLibrary(encoding));
    return coder;
  }
  static Coder Encoder(TransferEncoding encoding) {
    Coder coder;
    g_mime_encoding_init_encode(&coder.state_, ToLibrary(encoding));
    return coder;
  }

  std::string Step(std::string_view bytes) { return Run(g_mime_encoding_step, bytes); }
  std::string Finish(std::string_view bytes) { return Run(g_mime_encoding_flush, bytes); }

  // Goes on behind the line with which uuencoded bytes begin.
  void SkipUuBegin() { state_.state |= GMIME_UUDECODE_STATE_BEGIN; }

  // Whether what comes next does not depend on what was.
  bool IsClean() const { return state_.state == 0; }

 private:
  Coder() = default;

  std::string Run(decltype(&g_mime_encoding_step) run, std::string_view bytes) {
    std::string out(g_mime_encoding_outlen(&state_, bytes.size()), '\0');
    out.resize(run(&state_, bytes.data(), bytes.size(), out.data()));
    return out;
  }

  GMimeEncoding state_ = {};
};

std::string DecodeUuencoded(std::string_view body) {
  constexpr std::string_view kBegin = "begin ";
  const bool at_once = body.starts_with(kBegin);
  const size_t found = at_once ? 0 : body.find("\n" + std::string(kBegin));
  const size_t line =
      found == std::string_view::npos ? found : body.find('\n', found + 1);
  if (line == std::string_view::npos) return "";
  Coder coder = Coder::Decoder(TransferEncoding::kUuencode);
  coder.SkipUuBegin();
  return coder.Step(body.substr(line + 1));
}

bool IsLineEnd(std::string_view bytes) {
  return bytes.starts_with('\n') || bytes.starts_with("\r\n");
}

// One byte as it stands in a quoted-printable text.
std::string QuotedPrintable(char c, bool ends_line) {
  const bool blank = c == ' ' || c == '\t';
  if (blank ? !ends_line : c > ' ' && c <= '~' && c != '=') return {c};
  const auto byte = static_cast<unsigned char>(c);
  const char* digits = "0123456789ABCDEF";
  return {'=', digits[byte >> 4], digits[byte & 15]};
}

}  // namespace

std::string_view LineEndOf(std::string_view body) {
  return body.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
}

std::string DecodeTransfer(TransferEncoding encoding, std::string_view body) {
  if (encoding == TransferEncoding::kNone) return std::string(body);
  if (encoding == TransferEncoding::kUuencode) return DecodeUuencoded(body);
  return Coder::Decoder(encoding).Finish(body);
}

std::vector<EncodedStretch> SplitEncoded(TransferEncoding encoding,
                                         std::string_view body) {
  if (encoding == TransferEncoding::kBase64 || encoding == TransferEncoding::kUuencode) {
    return {{0, body.size(), DecodeTransfer(encoding, body)}};
  }
  std::vector<EncodedStretch> stretches;
  Coder coder = Coder::Decoder(encoding);
  bool begins = true;
  for (size_t at = 0; at < body.size();) {
    const size_t end = std::min(body.find('\n', at), body.size() - 1) + 1;
    if (begins) stretches.push_back({at, at, ""});
    const std::string_view line = body.substr(at, end - at);
    stretches.back().bytes += end == body.size() ? coder.Finish(line) : coder.Step(line);
    stretches.back().end = end;
    begins = coder.IsClean();
    at = end;
  }
  return stretches;
}

std::string EncodeQuotedPrintable(std::string_view bytes, std::string_view line_end,
                                  bool goes_on) {
  std::string encoded;
  size_t column = 0;
  goes_on = goes_on && !bytes.empty();
  const auto break_softly = [&] {
    encoded += '=';
    encoded += line_end;
    column = 0;
  };
  while (!bytes.empty()) {
    if (IsLineEnd(bytes)) {
      const size_t length = bytes[0] == '\n' ? 1 : 2;
      encoded += bytes.substr(0, length);
      bytes.remove_prefix(length);
      column = 0;
      continue;
    }
    const bool last = bytes.size() == 1 ? !goes_on : IsLineEnd(bytes.substr(1));
    const std::string one = QuotedPrintable(bytes[0], last);
    if (column + one.size() > kLongestEncodedLine - (last ? 0 : 1)) break_softly();
    encoded += one;
    column += one.size();
    bytes.remove_prefix(1);
  }
  if (goes_on) break_softly();
  return encoded;
}

std::string EncodeBase64(std::string_view bytes, std::string_view line_end) {
  const std::string lines = Coder::Encoder(TransferEncoding::kBase64).Finish(bytes);
  std::string encoded;
  for (const char c : lines) {
    if (c == '\n') {
      encoded += line_end;
    } else {
      encoded += c;
    }
  }
  return encoded;
}

}  // namespace amends::input
