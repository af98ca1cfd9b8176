// SPDX-License-Identifier: Apache-2.0
// Writes each mail into a folder instead of sending it: for demonstrations and tests, and for an office that
// has no mail server yet. Files are named by time and message id, so that sorted names are the order of
// writing, and end in .eml, which mail programs open. A file appears whole or not at all.
#pragma once

#include <string>

#include "app/mailer.hpp"

namespace smm::adapters {

class FolderMailer final : public app::Mailer {
 public:
  explicit FolderMailer(std::string folder) : folder_(std::move(folder)) {}

  // `sent`, with the path of the file as its words; try_again when it cannot be written.
  app::SendOutcome send(const app::Mail& mail) override;

 private:
  std::string folder_;
};

}  // namespace smm::adapters
