// SPDX-License-Identifier: Apache-2.0
#include "adapters/folder_mailer.hpp"

#include <fmt/format.h>

#include "adapters/disk_files.hpp"
#include "adapters/mail_message.hpp"
#include "base/environment_error.hpp"

namespace smm::adapters {

app::SendOutcome FolderMailer::send(const app::Mail& mail) {
  if (const auto fault = fault_of(mail)) return {app::SendState::refused, *fault};
  // A checked message id holds nothing that a file name may not.
  const std::string path =
      fmt::format("{}/{:017}-{}.eml", folder_, mail.written.microseconds, mail.message_id);
  try {
    DiskFiles().write(path, mail_message(mail));
  } catch (const base::EnvironmentError& error) {
    return {app::SendState::try_again, error.what()};
  }
  return {app::SendState::sent, path};
}

}  // namespace smm::adapters
