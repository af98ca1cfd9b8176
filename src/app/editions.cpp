// SPDX-License-Identifier: Apache-2.0
#include "app/editions.hpp"

#include <algorithm>
#include <functional>

#include "app/problems.hpp"
#include "exchange/yaml.hpp"
#include "instrument/load_edition.hpp"

namespace smm::app {
namespace {

using base::Problem;
using base::Problems;
using base::Result;
using instrument::Edition;
using instrument::EditionSource;

constexpr std::string_view instruments = "instruments/";
constexpr std::string_view frame_file = "/edition.yaml";
constexpr std::string_view lock_file = "edition.lock";

using ReadFile = std::function<Result<std::string>(const std::string& path)>;

// Parses every YAML file; problems of all files are reported together.
Result<EditionSource> read_source(const std::string& folder, const std::vector<std::string>& paths,
                                  const ReadFile& read) {
  EditionSource source{folder, {}, {}};
  Problems problems;
  const auto note = [&](const Problems& found) {
    problems.insert(problems.end(), found.begin(), found.end());
  };
  for (const std::string& path : paths) {
    const bool lock = path == lock_file;
    if (!lock && !path.ends_with(".yaml")) continue;
    auto bytes = read(path);
    if (!bytes) {
      note(bytes.problems());
      continue;
    }
    if (lock) {
      source.lock = *bytes;
      continue;
    }
    auto document = exchange::parse_yaml(*bytes, folder + "/" + path);
    if (document) {
      source.files.push_back({path, std::move(*bytes), std::move(*document)});
    } else {
      note(document.problems());
    }
  }
  if (!problems.empty()) return problems;
  return source;
}

Result<Edition> load(Result<EditionSource> source) {
  return source ? instrument::load_edition(*source) : Result<Edition>(std::move(source).problems());
}

Result<EditionSource> folder_source(const Files& files, std::string folder) {
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  auto paths = files.list(folder);
  if (!paths) return std::move(paths).problems();
  return read_source(folder, *paths,
                     [&](const std::string& path) { return files.read(folder + "/" + path); });
}

Result<Edition> shipped_edition(const Content& content, const std::string& id) {
  const std::string folder = std::string(instruments) + id;
  std::vector<std::string> paths = content.list(folder + "/");
  if (paths.empty() || !content.read(folder + std::string(frame_file))) {
    std::string known;
    for (const std::string& other : edition_ids(content)) known += (known.empty() ? "" : ", ") + other;
    return Problem(problem::edition_not_found, "no edition \"" + id + "\" (there is " +
                                                   (known.empty() ? "none" : known) +
                                                   "; a folder is named with a /)");
  }
  for (std::string& path : paths) path.erase(0, folder.size() + 1);
  return load(read_source(folder, paths, [&](const std::string& path) -> Result<std::string> {
    return *content.read(folder + "/" + path);
  }));
}

}  // namespace

Result<Edition> open_edition(const Content& content, const Files& files, const std::string& name) {
  if (name.find('/') != std::string::npos) return check_edition_folder(files, name);
  return shipped_edition(content, name);
}

Result<Edition> check_edition_folder(const Files& files, const std::string& folder) {
  return load(folder_source(files, folder));
}

std::vector<std::string> edition_ids(const Content& content) {
  std::vector<std::string> ids;
  for (const std::string& path : content.list(instruments)) {
    if (!path.ends_with(frame_file)) continue;
    ids.push_back(path.substr(instruments.size(), path.size() - instruments.size() - frame_file.size()));
  }
  return ids;
}

Result<Edition> publish_edition(const Files& files, const std::string& folder) {
  auto source = folder_source(files, folder);
  if (!source) return std::move(source).problems();
  const std::string lock = source->folder + "/" + std::string(lock_file);
  if (source->lock) {
    return Problem(problem::edition_already_published,
                   "it was published and must not change; make a new edition instead", {lock, 0, 0});
  }
  source->lock = instrument::edition_hash(*source);
  auto edition = instrument::load_edition(*source);
  if (!edition) return edition;
  if (!edition->published) {
    return Problem(problem::edition_is_draft, edition->id + " says status: draft; set it to published first",
                   {source->folder + std::string(frame_file), 0, 0});
  }
  files.write(lock, edition->hash + "\n");
  return edition;
}

}  // namespace smm::app
