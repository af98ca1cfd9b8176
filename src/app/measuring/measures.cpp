// SPDX-License-Identifier: Apache-2.0
#include "app/measuring/measures.hpp"

#include "crypto/hash.hpp"
#include "exchange/json.hpp"

namespace smm::app::measuring {
namespace {

namespace measure = outcomes::measure;

constexpr std::string_view shipped_folder = "measures/";
constexpr std::string_view programmes_file = "programs.json";
constexpr std::string_view value_set_folder = "value-sets/";

// Sorts files by what their place in the folder says they are.
class CatalogueFolder {
 public:
  void add(const std::string& path, const std::string& name, const std::string& bytes) {
    auto document = exchange::parse_json(bytes, name);
    if (!document) {
      problems_.insert(problems_.end(), document.problems().begin(), document.problems().end());
      return;
    }
    measure::DefinitionFile file{*std::move(document), crypto::sha256_hex(bytes)};
    if (path == programmes_file)
      files.programmes = std::move(file);
    else if (path.starts_with(value_set_folder))
      files.value_sets.push_back(std::move(file));
    else
      files.measures.push_back(std::move(file));
  }

  base::Result<measure::Catalogue> load() const {
    if (!problems_.empty()) return problems_;
    return measure::load_catalogue(files);
  }

  measure::CatalogueFiles files;

 private:
  base::Problems problems_;
};

void add_shipped(const Content& content, bool with_measures, CatalogueFolder& folder) {
  for (const std::string& full : content.list(shipped_folder)) {
    const std::string path = full.substr(shipped_folder.size());
    const bool is_measure = path != programmes_file && !path.starts_with(value_set_folder);
    if (path.ends_with(".json") && (with_measures || !is_measure))
      folder.add(path, full, *content.read(full));
  }
}

}  // namespace

base::Result<measure::Catalogue> load_measures(const Files& files, const Content& content,
                                               const std::optional<std::string>& folder) {
  CatalogueFolder found;
  add_shipped(content, !folder, found);
  if (!folder) return found.load();
  const auto paths = files.list(*folder);
  if (!paths) return paths.problems();
  for (const std::string& path : *paths) {
    if (!path.ends_with(".json")) continue;
    const std::string full = *folder + "/" + path;
    const auto bytes = files.read(full);
    if (!bytes) return bytes.problems();
    found.add(path, full, *bytes);
  }
  return found.load();
}

}  // namespace smm::app::measuring
