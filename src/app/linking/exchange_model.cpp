// SPDX-License-Identifier: Apache-2.0
#include "app/linking/exchange_model.hpp"

#include "exchange/json.hpp"
#include "outcomes/linkage/splink_settings.hpp"

namespace smm::app::linking {
namespace {

base::Result<base::Document> read_json(const Files& files, const std::string& path) {
  const auto bytes = files.read(path);
  if (!bytes) return bytes.problems();
  return exchange::parse_json(*bytes, path);
}

}  // namespace

base::Result<outcomes::linkage::GraduateModel> read_model(const Files& files, const std::string& path) {
  const auto document = read_json(files, path);
  if (!document) return document.problems();
  return outcomes::linkage::read_graduate_model(*document);
}

base::Result<std::string> model_as_splink(const Files& files, const std::string& model, double persons) {
  const auto read = read_model(files, model);
  if (!read) return read.problems();
  return outcomes::linkage::splink_settings(*read, persons);
}

base::Result<std::string> model_from_splink(const Files& files, const std::string& settings,
                                            const std::string& model) {
  auto read = read_model(files, model);
  if (!read) return read.problems();
  const auto document = read_json(files, settings);
  if (!document) return document.problems();
  const auto changed = outcomes::linkage::with_splink_settings(*document, std::move(read).value());
  if (!changed) return changed.problems();
  return outcomes::linkage::graduate_model_json(*changed);
}

}  // namespace smm::app::linking
