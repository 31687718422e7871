#include "tools/amends/draft_jobs.h"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "tools/amends/rewritten_file.h"

namespace amends {
namespace {

constexpr size_t kLargestDraft = size_t{64} << 20;
constexpr size_t kReadAtOnceOfStream = size_t{128} << 10;
constexpr size_t kEnoughToTell = size_t{64} << 10;

DraftJob Failed(report::Place place, std::string code, std::string message) {
  DraftJob job;
  job.place = std::move(place);
  job.failure = input::RecordError{std::move(code), std::move(message)};
  return job;
}

DraftJob TooLarge(report::Place place, std::string_view what) {
  return Failed(std::move(place), "size",
                fmt::format("{} is larger than {} MB, too large for a draft", what,
                            kLargestDraft >> 20));
}

// One JSON object may also be the first of many, where the name says so.
input::Detection Tell(const std::string& path, std::string_view bytes) {
  const input::Detection detection = input::DetectFormat(path, bytes);
  const input::Detection by_name = input::DetectFormat(path, "");
  return detection.format == input::Format::kRecord &&
                 by_name.format == input::Format::kJsonLines
             ? by_name
             : detection;
}

}  // namespace

DraftJobs::DraftJobs(std::vector<std::string> paths, input::Format format,
                     EngineCache& engines)
    : paths_(std::move(paths)), format_(format), engines_(engines) {}

std::optional<DraftJob> DraftJobs::Next() {
  if (stream_) return NextOfStream();
  if (next_ == paths_.size()) return std::nullopt;
  const std::string& path = paths_[next_++];
  const std::string name = path == "-" ? "" : path;
  try {
    return Open(name);
  } catch (const std::system_error& error) {
    return Failed({name, 0, false}, "read",
                  "this cannot be read: " + error.code().message());
  }
}

DraftJob DraftJobs::Open(const std::string& path) {
  auto file = std::make_unique<InputFile>(path);
  if (!file->failure().empty()) return Failed({path, 0, false}, "read", file->failure());
  std::string bytes;
  input::Detection detection{format_, ""};
  const auto tell = [&] {
    if (format_ == input::Format::kAuto) detection = Tell(path, bytes);
    return detection.format == input::Format::kJsonLines;
  };
  if (format_ == input::Format::kAuto) file->ReadRest(kEnoughToTell, bytes);
  if (tell()) {
    return OpenStream(path, std::move(file), std::move(bytes), detection.reason);
  }
  if (!file->ReadRest(kLargestDraft, bytes)) return TooLarge({path, 0, false}, "this");
  if (tell()) {
    return OpenStream(path, std::move(file), std::move(bytes), detection.reason);
  }
  DraftJob job;
  job.engine = &engines_.For(path);
  job.format = detection.format;
  job.told_by = detection.reason;
  job.place.file = path;
  job.bytes = std::move(bytes);
  if (!path.empty()) job.why_not_mended = WhyNotRewritable(path);
  return job;
}

DraftJob DraftJobs::OpenStream(const std::string& path, std::unique_ptr<InputFile> file,
                               std::string begun, std::string_view told_by) {
  stream_ = Stream{path, path.empty() ? "" : WhyNotRewritable(path), &engines_.For(path),
                   std::move(file), nullptr};
  const int descriptor = stream_->file->descriptor();
  stream_->batches = std::make_unique<LineBatches>(
      [descriptor](std::string& bytes) {
        return ReadSome(descriptor, kReadAtOnceOfStream, bytes);
      },
      std::move(begun), kLargestDraft);
  DraftJob first = NextOfStream();
  first.format = input::Format::kJsonLines;
  first.told_by = told_by;
  return first;
}

DraftJob DraftJobs::NextOfStream() {
  DraftJob job;
  job.engine = stream_->engine;
  job.place.file = stream_->path;
  std::optional<LineBatch> batch = stream_->batches->Next();
  if (!batch) {
    stream_.reset();
    job.ends_lines = true;
    return job;
  }
  job.place.line = batch->first_line;
  if (batch->too_long) return TooLarge(job.place, "this line");
  job.bytes = std::move(batch->text);
  job.why_not_mended = stream_->why_not_mended;
  return job;
}

}  // namespace amends
