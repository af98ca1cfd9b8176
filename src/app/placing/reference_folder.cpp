// SPDX-License-Identifier: Apache-2.0
#include "app/placing/reference_folder.hpp"

#include <algorithm>

#include "app/placing/problems.hpp"

namespace smm::app::placing {
namespace {

namespace reference = outcomes::reference;

constexpr std::string_view shipped_folder = "reference/";
constexpr std::size_t length_of_a_day = 10;

std::string path_in(const std::string& folder, const std::string& name) {
  return folder.empty() || folder.ends_with('/') ? folder + name : folder + "/" + name;
}

base::Result<std::vector<std::string>> list_names(const Files& files, const std::string& folder) {
  auto names = files.list(folder);
  if (!names) return names;
  std::erase_if(*names, [](const std::string& name) { return !reference::read_file_name(name); });
  return names;
}

// "reference/taxonomy-set-2026-01-01.csv"
std::optional<reference::ListName> shipped_name(std::string_view path) {
  if (!path.starts_with(shipped_folder) || !path.ends_with(".csv")) return std::nullopt;
  std::string_view name = path.substr(shipped_folder.size());
  name.remove_suffix(4);
  if (name.size() < length_of_a_day + 2) return std::nullopt;
  const std::size_t hyphen = name.size() - length_of_a_day - 1;
  const auto kind = reference::list_kind(name.substr(0, hyphen));
  const auto day = outcomes::registry::parse_iso_day(name.substr(hyphen + 1));
  if (!kind || !day) return std::nullopt;
  return reference::ListName{*kind, *day, ""};
}

// Sets of the folder come first, so that they win over shipped ones of the same name.
void add_sets(std::vector<reference::TaxonomySet> more, std::vector<reference::TaxonomySet>& sets) {
  const std::vector<reference::TaxonomySet> own = sets;
  for (reference::TaxonomySet& set : more) {
    const bool is_own =
        std::any_of(own.begin(), own.end(), [&](const auto& other) { return other.id == set.id; });
    if (!is_own) sets.push_back(std::move(set));
  }
}

base::Result<std::vector<reference::NamedBytes>> read_all(const Files& files, const std::string& folder,
                                                          const std::vector<std::string>& names) {
  std::vector<reference::NamedBytes> lists;
  for (const std::string& name : names) {
    auto bytes = files.read(path_in(folder, name));
    if (!bytes) return std::move(bytes).problems();
    lists.push_back({name, std::move(bytes).value()});
  }
  return lists;
}

}  // namespace

base::Result<ImportedReference> import_reference(const Files& files, const ImportReferenceRequest& request) {
  auto bytes = files.read(request.file);
  if (!bytes) return std::move(bytes).problems();
  auto imported = reference::import_list(request.kind, *bytes, request.file, request.as_of);
  if (!imported) return std::move(imported).problems();
  ImportedReference result;
  result.path = path_in(request.folder, reference::file_name(imported->list.origin));
  const auto there = files.read(result.path);
  result.was_there = there.ok() && *there == imported->bytes;
  if (there.ok() && !result.was_there && !request.replace)
    return base::Problem(
        problem::reference_exists,
        "another list of this kind and day stands there; choose another day, or --replace it",
        {result.path, 0, 0});
  if (!result.was_there) files.write(result.path, imported->bytes);
  result.list = std::move(imported->list);
  result.left_out = std::move(imported->left_out);
  return result;
}

base::Result<std::vector<ListInFolder>> read_reference_folder(const Files& files, const std::string& folder) {
  const auto names = list_names(files, folder);
  if (!names) return names.problems();
  const auto bytes = read_all(files, folder, *names);
  if (!bytes) return bytes.problems();
  std::vector<ListInFolder> lists;
  base::Problems problems;
  for (const reference::NamedBytes& file : *bytes) {
    auto list = reference::decode(file.bytes, file.name);
    if (!list) {
      problems.insert(problems.end(), list.problems().begin(), list.problems().end());
      continue;
    }
    lists.push_back({std::move(list).value(), file.name, ""});
    lists.back().body.swap(lists.back().list.body);
  }
  if (!problems.empty()) return problems;
  return lists;
}

base::Result<std::vector<std::string>> names_in_force(const Files& files, const std::string& folder,
                                                      outcomes::registry::Day day) {
  const auto names = list_names(files, folder);
  if (!names) return names;
  return reference::lists_to_read(*names, day);
}

namespace {

// Those that ship, beside whatever is opened already.
base::Result<reference::ReferenceAt> with_shipped(const Content& content, reference::ReferenceAt opened) {
  for (const reference::ImportedList& shipped : shipped_lists(content)) {
    const reference::NamedBytes bytes{reference::file_name(shipped.list.origin), shipped.bytes};
    const auto kind = shipped.list.origin.kind;
    auto own = reference::open_reference({&bytes, 1}, opened.options);
    if (!own) return own;
    add_sets(std::move(own->taxonomy_sets), opened.taxonomy_sets);
    opened.lists.insert(opened.lists.end(), own->lists.begin(), own->lists.end());
    std::erase(opened.missing, kind);
  }
  return opened;
}

}  // namespace

base::Result<reference::ReferenceAt> open_shipped_lists(const Content& content,
                                                        const reference::ReferenceOptions& options) {
  reference::ReferenceAt none;
  none.options = options;
  return with_shipped(content, std::move(none));
}

base::Result<reference::ReferenceAt> open_reference_folder(const Files& files, const Content& content,
                                                           const std::string& folder,
                                                           const reference::ReferenceOptions& options) {
  const auto names = names_in_force(files, folder, options.day);
  if (!names) return names.problems();
  const auto lists = read_all(files, folder, *names);
  if (!lists) return lists.problems();
  auto opened = reference::open_reference(*lists, options);
  if (!opened) return opened;
  return with_shipped(content, *std::move(opened));
}

std::vector<reference::ImportedList> shipped_lists(const Content& content) {
  std::vector<reference::ImportedList> lists;
  for (const std::string& path : content.list(shipped_folder)) {
    const auto name = shipped_name(path);
    const auto bytes = name ? content.read(path) : std::nullopt;
    if (!bytes) continue;
    auto imported = reference::import_list(name->kind, *bytes, path, name->as_of);
    if (imported) lists.push_back(std::move(imported).value());
  }
  return lists;
}

}  // namespace smm::app::placing
