// SPDX-License-Identifier: Apache-2.0
#include "app/measuring/pathways.hpp"

#include "app/problems.hpp"
#include "exchange/csv.hpp"

namespace smm::app::measuring {
namespace {

namespace pathway = outcomes::pathway;
using Journal = std::vector<pathway::Entry>;

base::Result<base::Table> read_entries_table(const Files& files, const std::string& path) {
  const auto bytes = files.read(path);
  if (!bytes) return bytes.problems();
  return exchange::read_table(*bytes, path);
}

base::Result<Journal> open_journal(const Files& files, const std::string& path, outcomes::registry::Day day) {
  const auto table = read_entries_table(files, path);
  if (!table) return table.problems();
  return pathway::read_journal(*table, day);
}

void append_and_write(const Files& files, const std::string& path, Journal journal, const Journal& added) {
  journal.insert(journal.end(), added.begin(), added.end());
  files.write(path, pathway::journal_csv(journal));
}

}  // namespace

base::Result<std::vector<std::string>> enroll_learners(const Files& files, const EnrollRequest& request,
                                                       base::RandomBytes& random) {
  auto journal = open_journal(files, request.pathway, request.day);
  const bool is_new = !journal && journal.problems().front().code == problem::file_not_found.code;
  if (!journal && !is_new) return journal.problems();
  const Journal added =
      pathway::enroll(request.count, request.day, request.school_id, request.programme, random);
  append_and_write(files, request.pathway, is_new ? Journal{} : *std::move(journal), added);
  std::vector<std::string> ids;
  for (const pathway::Entry& entry : added) ids.push_back(entry.learner);
  return ids;
}

base::Result<std::size_t> record_entries(const Files& files, const std::string& path,
                                         const std::string& entries, outcomes::registry::Day day) {
  auto journal = open_journal(files, path, day);
  if (!journal) return journal.problems();
  const auto table = read_entries_table(files, entries);
  if (!table) return table.problems();
  const auto added = pathway::added_entries(*journal, *table, day);
  if (!added) return added.problems();
  append_and_write(files, path, *std::move(journal), *added);
  return added->size();
}

base::Result<std::vector<pathway::Learner>> read_learners(const Files& files, const std::string& path,
                                                          outcomes::registry::Day day) {
  const auto journal = open_journal(files, path, day);
  if (!journal) return journal.problems();
  return pathway::learners_of(*journal);
}

}  // namespace smm::app::measuring
