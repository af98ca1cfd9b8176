// SPDX-License-Identifier: Apache-2.0
#include "app/concordances.hpp"

#include <algorithm>
#include <deque>

#include "app/editions.hpp"
#include "exchange/yaml.hpp"

namespace smm::app {
namespace {

using base::Problems;
using base::Result;
using instrument::AreaScheme;
using instrument::Concordance;
using instrument::ConcordanceSide;
using instrument::Edition;

constexpr std::string_view concordance_folder = "concordance/";
constexpr std::string_view scheme_folder = "schemes/";

std::string parent_of(std::string folder) {
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  const std::size_t slash = folder.rfind('/');
  return slash == std::string::npos ? "." : folder.substr(0, std::max<std::size_t>(slash, 1));
}

// Everything a concordance may have on its sides, gathered from one folder of instruments.
class Instruments {
 public:
  Instruments(const Files& files, std::string root, const Edition& edition)
      : files_(files), root_(std::move(root)), edition_(edition) {
    sides_.push_back(side_of(edition));
    if (auto paths = files_.list(root_)) paths_ = std::move(*paths);
  }

  std::vector<std::string> concordance_paths() const {
    std::vector<std::string> chosen;
    for (const std::string& path : paths_) {
      if (path.starts_with(concordance_folder) && path.ends_with(".yaml") && names_edition(path))
        chosen.push_back(path);
    }
    return chosen;
  }

  void gather_sides() {
    std::vector<std::string> edition_ids = {edition_.id};
    for (const std::string& path : paths_) {
      if (path.ends_with("/edition.yaml")) edition_ids.push_back(path.substr(0, path.find('/')));
    }
    for (const std::string& path : paths_) {
      if (path.starts_with(scheme_folder) && path.ends_with(".yaml")) add_scheme(path, edition_ids);
    }
    for (const std::string& id : edition_ids) {
      if (id != edition_.id && is_named(id)) add_edition(id);
    }
  }

  void load(const std::string& path) {
    const auto document = read(path);
    if (!document) return note(document.problems());
    auto concordance = instrument::load_concordance(*document, sides_);
    if (!concordance) return note(concordance.problems());
    concordances_.push_back(std::move(*concordance));
  }

  Result<std::vector<Concordance>> result() && {
    if (!problems_.empty()) return std::move(problems_);
    return std::move(concordances_);
  }

 private:
  Result<base::Document> read(const std::string& path) const {
    const std::string full = root_ + "/" + path;
    auto bytes = files_.read(full);
    if (!bytes) return std::move(bytes).problems();
    return exchange::parse_yaml(*bytes, full);
  }

  void note(const Problems& found) { problems_.insert(problems_.end(), found.begin(), found.end()); }

  // The file is called A--B.yaml.
  static std::pair<std::string, std::string> sides_in_name(const std::string& path) {
    const std::string name =
        path.substr(concordance_folder.size(), path.size() - concordance_folder.size() - 5);
    const std::size_t dashes = name.find("--");
    if (dashes == std::string::npos) return {name, ""};
    return {name.substr(0, dashes), name.substr(dashes + 2)};
  }

  bool names_edition(const std::string& path) const {
    const auto [from, to] = sides_in_name(path);
    return from == edition_.id || to == edition_.id;
  }

  bool is_named(const std::string& id) const {
    const auto paths = concordance_paths();
    return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
      const auto [from, to] = sides_in_name(path);
      return from == id || to == id;
    });
  }

  void add_scheme(const std::string& path, const std::vector<std::string>& edition_ids) {
    const auto document = read(path);
    if (!document) return note(document.problems());
    const auto scheme = instrument::load_area_scheme(*document, edition_ids);
    if (!scheme) return note(scheme.problems());
    sides_.push_back(side_of(*scheme));
  }

  void add_edition(const std::string& id) {
    auto edition = check_edition_folder(files_, root_ + "/" + id);
    if (!edition) return note(edition.problems());
    others_.push_back(std::move(*edition));
    sides_.push_back(side_of(others_.back()));
  }

  const Files& files_;
  std::string root_;
  const Edition& edition_;
  std::vector<std::string> paths_;
  std::deque<Edition> others_;  // sides point to them
  std::vector<ConcordanceSide> sides_;
  std::vector<Concordance> concordances_;
  Problems problems_;
};

}  // namespace

Result<std::vector<Concordance>> check_concordances(const Files& files, const std::string& edition_folder,
                                                    const Edition& edition) {
  Instruments instruments(files, parent_of(edition_folder), edition);
  const std::vector<std::string> paths = instruments.concordance_paths();
  if (paths.empty()) return std::vector<Concordance>{};
  instruments.gather_sides();
  for (const std::string& path : paths) instruments.load(path);
  return std::move(instruments).result();
}

}  // namespace smm::app
