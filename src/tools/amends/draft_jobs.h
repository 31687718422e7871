// The drafts that the command was given, one job after another.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "amends/input/source.h"
#include "tools/amends/engine_cache.h"
#include "tools/amends/input_file.h"
#include "tools/drafts/draft_check.h"
#include "tools/drafts/line_batches.h"

namespace amends {

class DraftJobs {
 public:
  // "-" is standard input. The engines must outlive the jobs.
  DraftJobs(std::vector<std::string> paths, input::Format format, EngineCache& engines);

  // Nothing when there are no more. What cannot be read is a job with a failure. Throws
  // LoadError.
  std::optional<DraftJob> Next();

 private:
  // A file with one record a line that is being read.
  struct Stream {
    std::string path;
    std::string why_not_mended;
    const Engine* engine = nullptr;
    std::unique_ptr<InputFile> file;
    std::unique_ptr<LineBatches> batches;
  };

  DraftJob Open(const std::string& path);
  // The first job says how the format was told.
  DraftJob OpenStream(const std::string& path, std::unique_ptr<InputFile> file,
                      std::string begun, std::string_view told_by);
  DraftJob NextOfStream();

  std::vector<std::string> paths_;
  size_t next_ = 0;
  input::Format format_;
  EngineCache& engines_;
  std::optional<Stream> stream_;
};

}  // namespace amends
