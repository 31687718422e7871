#include "amends/report/json_text.h"

#include <fmt/format.h>

#include "amends/text/char_class.h"

namespace amends::report {
namespace {

void AppendEscaped(char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
  }
}

bool IsPlain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
}

}  // namespace

void AppendJsonString(std::string_view text, std::string& out) {
  out += '"';
  for (size_t i = 0; i < text.size();) {
    const size_t plain = i;
    while (i < text.size() && IsPlain(text[i])) ++i;
    out.append(text, plain, i - plain);
    if (i == text.size()) break;
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      AppendEscaped(text[i++], out);
      continue;
    }
    const text::Decoded decoded = text::DecodeAt(text, i);
    out += decoded.bad ? std::string_view("\uFFFD") : text.substr(i, decoded.length);
    i += decoded.length;
  }
  out += '"';
}

void JsonText::NewLine() {
  if (layout_ == JsonLayout::kLine) return;
  out_ += '\n';
  out_.append(static_cast<size_t>(depth_) * 2, ' ');
}

void JsonText::BeforeValue() {
  if (!after_key_) {
    if (!first_) out_ += ',';
    NewLine();
  }
  first_ = after_key_ = false;
}

void JsonText::Begin(char bracket) {
  BeforeValue();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonText::End(char bracket) {
  --depth_;
  if (!first_) NewLine();
  out_ += bracket;
  first_ = false;
}

void JsonText::Key(std::string_view key) {
  BeforeValue();
  AppendJsonString(key, out_);
  out_ += layout_ == JsonLayout::kLine ? ":" : ": ";
  after_key_ = true;
}

void JsonText::String(std::string_view value) {
  BeforeValue();
  AppendJsonString(value, out_);
}

void JsonText::Strings(std::span<const std::string> values) {
  BeginArray();
  for (const std::string& value : values) String(value);
  EndArray();
}

void JsonText::Number(int64_t value) {
  BeforeValue();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonText::Bool(bool value) {
  BeforeValue();
  out_ += value ? "true" : "false";
}

}  // namespace amends::report
