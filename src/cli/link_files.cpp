// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <ostream>
#include <thread>

#include "app/linking/link_files.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"

namespace smm::cli {
namespace {

using app::linking::LinkedFiles;
using app::linking::LinkFilesRequest;

// How the linkage went, for the person at the terminal; what is certain and what is not.
void tell_linkage(const LinkedFiles& linked, std::ostream& err) {
  const auto& linkage = linked.linkage;
  err << fmt::format("{} candidate pairs compared; {} pairs written.\n", linkage.candidates,
                     linkage.pairs.size());
  if (linkage.cut_off > 0)
    err << fmt::format(
        "{} records had more candidates than were kept; the best left out had a weight of {:.1f}.\n",
        linkage.cut_off, linkage.largest_cut);
  err << fmt::format("The model {} after {} steps (largest change {:.2g}).\n",
                     linkage.convergence.converged ? "settled" : "had NOT settled",
                     linkage.convergence.iterations, linkage.convergence.largest_change);
}

int run_link(const Given& given, const Surroundings& around, const LinkFilesRequest& request) {
  const auto linked = app::linking::link_files(around.files, around.content, request);
  if (!linked) return report_problems(linked.problems(), around.err);
  report_problems(linked->left_out, around.err);
  deliver(given, around, app::linking::pairs_csv(*linked));
  if (given.has("--clusters"))
    around.files.write(given.text("--clusters"), app::linking::clusters_csv(*linked));
  tell_linkage(*linked, around.err);
  return done;
}

std::optional<LinkFilesRequest> read_request(const Given& given, std::ostream& err) {
  LinkFilesRequest request;
  request.config = given.text("--config");
  const auto seed = base::parse_integer(given.text_or("--seed", "1"));
  const auto threads =
      base::parse_integer(given.text_or("--threads", std::to_string(std::thread::hardware_concurrency())));
  if (!seed || *seed < 0 || !threads || *threads < 1 || *threads > 256) {
    err << "smm link: --seed is a whole number from 0, --threads one from 1 to 256\n";
    return std::nullopt;
  }
  request.options = {static_cast<unsigned>(*threads), static_cast<std::uint64_t>(*seed)};
  return request;
}

int run_pairs(const Given& given, const Surroundings& around) {
  auto request = read_request(given, around.err);
  if (!request || would_overwrite_input(given, around, {"--left", "--right", "--config"})) return wrong_usage;
  request->left = given.text("--left");
  request->right = given.text("--right");
  return run_link(given, around, *request);
}

int run_dedupe(const Given& given, const Surroundings& around) {
  auto request = read_request(given, around.err);
  if (!request || would_overwrite_input(given, around, {"--in", "--config"})) return wrong_usage;
  request->left = given.text("--in");
  return run_link(given, around, *request);
}

}  // namespace

Command link_pairs_command() {
  return {"link pairs",
          "Link the records of two CSV files",
          "smm link pairs --left A.csv --right B.csv --config link.toml --out pairs.csv",
          {},
          {{"--left", "FILE", "Records as CSV", true},
           {"--right", "FILE", "Records to find them among, as CSV", true},
           {"--config", "FILE", "Columns and how they are compared, as TOML", true},
           {"--out", "FILE", "Write left_id,right_id,probability here instead of to standard output"},
           {"--seed", "N", "Seed of the sample of pairs; 1 without it"},
           {"--threads", "N", "Threads to use; all processors without it. The result is the same"}},
          run_pairs};
}

Command link_dedupe_command() {
  return {"link dedupe",
          "Find records of one CSV file that are the same",
          "smm link dedupe --in A.csv --config link.toml --out pairs.csv --clusters clusters.csv",
          {},
          {{"--in", "FILE", "Records as CSV", true},
           {"--config", "FILE", "Columns and how they are compared, as TOML", true},
           {"--out", "FILE", "Write left_id,right_id,probability here instead of to standard output"},
           {"--clusters", "FILE", "Write id,cluster here"},
           {"--seed", "N", "Seed of the sample of pairs; 1 without it"},
           {"--threads", "N", "Threads to use; all processors without it. The result is the same"}},
          run_dedupe};
}

}  // namespace smm::cli
