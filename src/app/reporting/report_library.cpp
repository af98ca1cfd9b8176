// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/report_library.hpp"

#include "app/resources.hpp"
#include "exchange/yaml.hpp"
#include "report/change_over_rounds.hpp"

namespace smm::app {
namespace {

using instrument::Concordance;
using instrument::Edition;

std::shared_ptr<const Concordance> read_concordance(const Content& content, const Edition& older,
                                                    const Edition& newer) {
  const std::string path = "instruments/concordance/" + older.id + "--" + newer.id + ".yaml";
  const auto bytes = content.read(path);
  if (!bytes) return nullptr;
  const auto document = exchange::parse_yaml(*bytes, path);
  if (!document) return nullptr;
  auto loaded =
      instrument::load_concordance(*document, {instrument::side_of(older), instrument::side_of(newer)});
  return loaded ? std::make_shared<const Concordance>(std::move(*loaded)) : nullptr;
}

catalog::MoveDrafts read_drafts(const Content& content, const Edition& edition) {
  const std::string path = "moves/" + edition.id + ".yaml";
  const auto bytes = content.read(path);
  if (!bytes) return {};
  const auto document = exchange::parse_yaml(*bytes, path);
  if (!document) return {};
  auto drafts = catalog::read_move_drafts(*document, edition);
  return drafts ? std::move(*drafts) : catalog::MoveDrafts{};
}

}  // namespace

std::shared_ptr<const catalog::Catalog> ReportLibrary::resources(const Edition& edition) {
  const std::lock_guard lock(mutex_);
  auto& kept = catalogs_[edition.id];
  if (kept) return kept;
  auto loaded = open_resources(content_, edition);
  kept = std::make_shared<const catalog::Catalog>(loaded ? std::move(*loaded) : catalog::Catalog{});
  return kept;
}

std::shared_ptr<const catalog::MoveDrafts> ReportLibrary::drafts(const Edition& edition) {
  const std::lock_guard lock(mutex_);
  auto& kept = drafts_[edition.id];
  if (!kept) kept = std::make_shared<const catalog::MoveDrafts>(read_drafts(content_, edition));
  return kept;
}

std::shared_ptr<const Concordance> ReportLibrary::concordance(const Edition& older, const Edition& newer) {
  const std::lock_guard lock(mutex_);
  const auto [kept, fresh] = concordances_.try_emplace(older.id + "--" + newer.id);
  if (fresh)
    kept->second = older.id == newer.id ? std::make_shared<const Concordance>(report::same_edition(newer))
                                        : read_concordance(content_, older, newer);
  return kept->second;
}

}  // namespace smm::app
