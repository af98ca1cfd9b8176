// SPDX-License-Identifier: Apache-2.0
#include "app/providers/source_files.hpp"

#include <algorithm>
#include <optional>

#include "outcomes/registry/problems.hpp"
#include "outcomes/registry/zip_source.hpp"

namespace smm::app::providers {
namespace {

namespace registry = outcomes::registry;

std::string_view without_folders(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

// Is this member the data file of a kind, such as npidata_pfile_20260406-20260412.csv, and not its header?
bool is_member_of_kind(std::string_view name, std::string_view kind) {
  const std::string_view file = without_folders(name);
  return file.starts_with(kind) && file.ends_with(".csv") &&
         file.find("fileheader") == std::string_view::npos;
}

class SourceOpening {
 public:
  SourceOpening(const RegistryFiles& files, const SourceProgress& progress)
      : files_(files), progress_(progress) {}

  base::Result<OpenSources> run(const SourcePaths& paths) {
    if (auto problems = open_main(paths.main); !problems.empty()) return problems;
    using enum registry::FurtherFile;
    for (const auto& [file, path] :
         {std::pair{other_names, &paths.other_names}, std::pair{locations, &paths.locations},
          std::pair{medicare, &paths.medicare}}) {
      if (path->empty()) continue;
      if (auto problems = open_further(file, *path); !problems.empty()) return problems;
    }
    return std::move(opened_);
  }

 private:
  base::Problems open_main(const std::string& path) {
    auto file = files_.open(path);
    if (!file) return std::move(file).problems();
    const registry::StoredBytes& bytes = *opened_.files.emplace_back(*std::move(file));
    registry::Provenance& known = opened_.known;
    known.source = without_folders(path);
    known.source_bytes = bytes.size();
    opened_.sources.main_name = path;
    if (registry::is_zip(bytes)) return open_main_zip(bytes, path);
    set_days(path);
    opened_.sources.main =
        add_stream(std::make_unique<registry::StoredSource>(bytes, progress_of(bytes.size())));
    return {};
  }

  base::Problems open_main_zip(const registry::StoredBytes& bytes, const std::string& path) {
    auto members = registry::read_zip_directory(bytes, path);
    if (!members) return std::move(members).problems();
    for (const registry::ZipMember& member : *members) {
      if (is_member_of_kind(member.name, "npidata_pfile") && opened_.sources.main == nullptr) {
        set_days(member.name);
        opened_.sources.main = add_stream(
            std::make_unique<registry::ZipSource>(bytes, member, progress_of(member.packed_bytes)));
      }
      if (is_member_of_kind(member.name, "othername_pfile"))
        add_further(registry::FurtherFile::other_names, bytes, member);
      if (is_member_of_kind(member.name, "pl_pfile"))
        add_further(registry::FurtherFile::locations, bytes, member);
    }
    if (opened_.sources.main == nullptr)
      return {base::Problem(registry::problem::zip_without_registry,
                            "it holds no file whose name begins with npidata_pfile",
                            base::Place{path, 0, 0})};
    return {};
  }

  base::Problems open_further(registry::FurtherFile kind, const std::string& path) {
    auto file = files_.open(path);
    if (!file) return std::move(file).problems();
    const registry::StoredBytes& bytes = *opened_.files.emplace_back(*std::move(file));
    if (!registry::is_zip(bytes)) {
      opened_.sources.further.push_back(
          {kind, add_stream(std::make_unique<registry::StoredSource>(bytes)), path});
      return {};
    }
    auto members = registry::read_zip_directory(bytes, path);
    if (!members) return std::move(members).problems();
    for (const registry::ZipMember& member : *members)
      if (member.name.ends_with(".csv") && member.name.find("fileheader") == std::string::npos)
        add_further(kind, bytes, member);
    return {};
  }

  void add_further(registry::FurtherFile kind, const registry::StoredBytes& bytes,
                   const registry::ZipMember& member) {
    opened_.sources.further.push_back(
        {kind, add_stream(std::make_unique<registry::ZipSource>(bytes, member)), member.name});
  }

  base::ByteSource* add_stream(std::unique_ptr<base::ByteSource> stream) {
    return opened_.streams.emplace_back(std::move(stream)).get();
  }

  registry::ReadProgress progress_of(std::uint64_t all) const {
    if (!progress_) return {};
    return [progress = progress_, all](std::uint64_t done) { progress(done, all); };
  }

  void set_days(std::string_view name) {
    const CoveredDays days = days_in_name(without_folders(name));
    opened_.known.first_day = days.first;
    opened_.known.last_day = days.last;
  }

  const RegistryFiles& files_;
  const SourceProgress& progress_;
  OpenSources opened_;
};

}  // namespace

CoveredDays days_in_name(std::string_view name) {
  constexpr std::size_t length = 17;  // 20260406-20260412
  for (std::size_t at = 0; at + length <= name.size(); ++at) {
    const std::string_view part = name.substr(at, length);
    if (part[8] != '-') continue;
    const auto first = registry::parse_plain_day(part.substr(0, 8));
    const auto last = registry::parse_plain_day(part.substr(9));
    if (first && last && *first <= *last) return {*first, *last};
  }
  return {};
}

base::Result<OpenSources> open_sources(const RegistryFiles& files, const SourcePaths& paths,
                                       const SourceProgress& progress) {
  return SourceOpening(files, progress).run(paths);
}

}  // namespace smm::app::providers
