// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/build.hpp"

#include <algorithm>

#include "outcomes/registry/built_rows.hpp"
#include "outcomes/registry/damaged_source.hpp"
#include "outcomes/registry/duplicate_rows.hpp"
#include "outcomes/registry/further_files.hpp"
#include "outcomes/registry/main_file.hpp"
#include "outcomes/registry/problems.hpp"
#include "outcomes/registry/snapshot_writer.hpp"
#include "outcomes/registry/source_header.hpp"

namespace smm::outcomes::registry {
namespace {

class Building {
 public:
  Building(const BuildSources& sources, const Provenance& known, BuildSpace& space,
           const BuildOptions& options)
      : sources_(sources), space_(space), options_(options) {
    outcome_.provenance = known;
  }

  base::Result<BuildOutcome> run() {
    if (auto problems = read_main(); !problems.empty()) return problems;
    if (rows_.npis.empty() && !options_.may_be_empty)
      return base::Problem(problem::registry_no_persons, "the file holds no person",
                           base::Place{sources_.main_name, 0, 0});
    sort_rows();
    if (auto problems = read_further(); !problems.empty()) return problems;
    outcome_.persons = static_cast<Row>(rows_.npis.size());
    outcome_.provenance.rejected = outcome_.rejected.size();
    const auto problem = write_snapshot(rows_, outcome_.provenance, space_.result(), options_.threads);
    if (problem) return *problem;
    return std::move(outcome_);
  }

 private:
  base::Problems read_main() {
    auto header = read_source_header(*sources_.main, sources_.main_name);
    if (!header) return header.problems();
    const auto columns = find_person_columns(header->columns, sources_.main_name);
    if (!columns) return columns.problems();
    const auto count = static_cast<std::uint32_t>(header->columns.size());
    ChunkSource chunks(*sources_.main, count, options_.chunk_bytes);
    chunks.begin_with(header->rest);
    for (unsigned thread = 0; thread < options_.threads; ++thread) scratch_.push_back(space_.scratch());
    MainFileCounts counts;
    if (!MainFile(*columns, count, options_).read(chunks, scratch_, rows_, counts))
      return {too_many_rejects(sources_.main_name)};
    take_counts(counts);
    return {};
  }

  void take_counts(MainFileCounts& counts) {
    Provenance& provenance = outcome_.provenance;
    provenance.rows_read = counts.records;
    provenance.organizations = counts.organizations;
    if (!provenance.last_day.given()) {
      provenance.first_day = counts.first_day;
      provenance.last_day = counts.last_day;
    }
    for (RejectedLine& line : counts.rejected)
      outcome_.rejected.push_back({sources_.main_name, std::move(line)});
  }

  void sort_rows() {
    for (const std::uint32_t npi : drop_duplicate_rows(rows_, space_, scratch_))
      outcome_.rejected.push_back(
          {sources_.main_name, {0, RejectReason::duplicate_npi, std::to_string(npi)}});
    sort_bare_deactivations(rows_.bare);
  }

  base::Problems read_further() {
    rows_.words.push_back(std::make_unique<ThreadWords>());
    if (sources_.further.empty()) return {};
    const RowFinder finder(rows_.npis, rows_.order);
    FurtherFiles files(finder, *rows_.words.back(), options_);
    for (const FurtherSource& source : sources_.further) {
      const auto read = files.read(source, outcome_.rejected);
      if (!read) return read.problems();
      if (!*read) return {too_many_rejects(source.name)};
    }
    rows_.further = files.finish();
    return {};
  }

  base::Problem too_many_rejects(const std::string& source) const {
    return base::Problem(
        problem::registry_too_many_rejects,
        "more than " + std::to_string(options_.most_rejected) +
            " lines are malformed; nothing was built. Is this the registry's own file, whole?",
        base::Place{source, 0, 0});
  }

  const BuildSources& sources_;
  BuildSpace& space_;
  const BuildOptions& options_;
  BuildOutcome outcome_;
  std::vector<std::unique_ptr<GrowingBytes>> scratch_;
  BuiltRows rows_;
};

}  // namespace

base::Result<BuildOutcome> build_snapshot(const BuildSources& sources, const Provenance& known,
                                          BuildSpace& space, const BuildOptions& options) {
  try {
    return Building(sources, known, space, options).run();
  } catch (const DamagedSource& damaged) {
    return base::Problem(problem::zip_damaged, damaged.what(), base::Place{sources.main_name, 0, 0});
  }
}

}  // namespace smm::outcomes::registry
