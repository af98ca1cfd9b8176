// SPDX-License-Identifier: Apache-2.0
// What ships with the program and reports take in: resources of an edition, and concordances between two.
// Read when first asked for, and kept. Safe between threads.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "app/content.hpp"
#include "catalog/move_drafts.hpp"
#include "catalog/resource.hpp"
#include "instrument/concordance.hpp"

namespace smm::app {

class ReportLibrary {
 public:
  explicit ReportLibrary(const Content& content) : content_(content) {}

  // Empty where the library does not fit the edition.
  std::shared_ptr<const catalog::Catalog> resources(const instrument::Edition& edition);

  // Paragraphs to adopt; empty where nobody wrote any for the edition.
  std::shared_ptr<const catalog::MoveDrafts> drafts(const instrument::Edition& edition);

  // From the older edition to the newer; both may be one. Null: nobody wrote one.
  std::shared_ptr<const instrument::Concordance> concordance(const instrument::Edition& older,
                                                             const instrument::Edition& newer);

 private:
  const Content& content_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const catalog::Catalog>> catalogs_;
  std::map<std::string, std::shared_ptr<const catalog::MoveDrafts>> drafts_;
  std::map<std::string, std::shared_ptr<const instrument::Concordance>> concordances_;
};

}  // namespace smm::app
