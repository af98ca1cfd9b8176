// SPDX-License-Identifier: Apache-2.0
#include "app/benchmarks/benchmark_files.hpp"

#include <algorithm>

#include "app/benchmarks/private_scores.hpp"
#include "app/benchmarks/read_answers.hpp"
#include "app/benchmarks/read_scores.hpp"
#include "app/benchmarks/release_folder.hpp"
#include "app/editions.hpp"
#include "benchmark/audit.hpp"
#include "exchange/csv.hpp"

namespace smm::app::benchmarks {
namespace {

template <class T>
void keep_problems(const base::Result<T>& result, base::Problems& problems) {
  if (!result) problems.insert(problems.end(), result.problems().begin(), result.problems().end());
}

base::Result<benchmark::Frame> read_frame_file(const Files& files, const std::string& path,
                                               const benchmark::Outline& outline) {
  const auto bytes = files.read(path);
  if (!bytes) return bytes.problems();
  const auto table = exchange::read_table(*bytes, path);
  if (!table) return table.problems();
  return benchmark::read_frame(*table, outline);
}

// What earlier releases were frozen from, where that lies beside them.
void read_previous_scores(const Files& files, const std::vector<std::string>& folders,
                          benchmark::FreezeInput& input, base::Problems& problems) {
  for (std::size_t at = 0; at < folders.size(); ++at) {
    auto scores = read_private_scores(files, folders[at], input.previous[at]);
    keep_problems(scores, problems);
    input.previous_scores.push_back(scores ? std::move(*scores) : std::nullopt);
  }
}

// All that is wrong with any of the files, at once.
base::Result<benchmark::FreezeInput> read_input(const Files& files, const instrument::Edition& edition,
                                                const FreezeRequest& request) {
  benchmark::FreezeInput input;
  input.outline = benchmark::outline_of(edition);
  input.k = request.k;
  auto frame = read_frame_file(files, request.schools, input.outline);
  auto scores = read_scores(files, request.scores, input.outline);
  auto previous = read_release_folders(files, request.previous);
  base::Problems problems;
  keep_problems(frame, problems);
  keep_problems(scores, problems);
  keep_problems(previous, problems);
  if (previous) {
    input.previous = std::move(*previous);
    read_previous_scores(files, request.previous, input, problems);
  }
  if (request.answers) {
    auto answers = read_item_answers(files, *request.answers, edition);
    keep_problems(answers, problems);
    if (answers) input.answers = std::move(*answers);
  }
  if (!problems.empty()) return problems;
  input.frame = std::move(*frame);
  input.scores = std::move(*scores);
  return input;
}

std::size_t count_unused(const benchmark::FreezeInput& input) {
  return static_cast<std::size_t>(std::ranges::count_if(input.scores, [&](const auto& sheet) {
    const auto* row = input.frame.find(sheet.school_id, sheet.programme);
    return row != nullptr && !row->responded;
  }));
}

// One id a line; lines of nothing are passed over.
std::vector<std::string> lines_in(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

base::Result<std::optional<benchmark::PeerChoice>> read_peers(const Files& files,
                                                              const CompareRequest& request) {
  if (request.filter) {
    auto choice = benchmark::read_peer_filter(*request.filter);
    if (!choice) return std::move(choice).problems();
    return std::optional(std::move(*choice));
  }
  if (!request.peers) return std::optional<benchmark::PeerChoice>();
  const auto text = files.read(*request.peers);
  if (!text) return text.problems();
  return std::optional(benchmark::PeerChoice{lines_in(*text), {}});
}

}  // namespace

base::Result<FrozenFiles> freeze_files(const Content& content, const Files& files,
                                       const FreezeRequest& request) {
  const auto edition = open_edition(content, files, request.edition);
  if (!edition) return edition.problems();
  const auto input = read_input(files, *edition, request);
  if (!input) return input.problems();
  auto release = benchmark::freeze(*input);
  if (!release) return std::move(release).problems();
  auto problems = write_release_folder(files, request.out, *release, private_scores(*input, *release));
  if (!problems.empty()) return problems;
  FrozenFiles frozen{std::move(*release), count_unused(*input), private_scores_path(request.out), {}};
  for (std::size_t at = 0; at < request.previous.size(); ++at)
    if (!input->previous_scores[at]) frozen.without_scores.push_back(request.previous[at]);
  return frozen;
}

base::Result<std::vector<benchmark::Publishable<benchmark::Comparison>>> compare_files(
    const Files& files, const CompareRequest& request) {
  const auto release = read_release_folder(files, request.release);
  if (!release) return release.problems();
  auto scores = read_scores(files, request.scores, (*release)->outline);
  if (!scores) return std::move(scores).problems();
  auto peers = read_peers(files, request);
  if (!peers) return std::move(peers).problems();
  return benchmark::compare(*release, {request.school, std::move(*scores), std::move(*peers)});
}

base::Problems audit_files(const Files& files, const std::string& folder,
                           const std::vector<std::string>& previous) {
  const auto release = read_release_folder(files, folder);
  const auto given = read_release_files(files, folder);
  const auto earlier = read_release_folders(files, previous);
  base::Problems problems;
  keep_problems(release, problems);
  keep_problems(given, problems);
  keep_problems(earlier, problems);
  if (!problems.empty()) return problems;
  problems = benchmark::compare_files(*release, *given);
  const auto found = benchmark::audit(*release, *earlier);
  problems.insert(problems.end(), found.begin(), found.end());
  return problems;
}

}  // namespace smm::app::benchmarks
