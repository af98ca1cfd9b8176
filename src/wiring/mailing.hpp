// SPDX-License-Identifier: Apache-2.0
// Empties the outbox on a thread of its own: every few seconds, and as long as there is something to send.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "app/installation/installation.hpp"
#include "app/installation/service_settings.hpp"
#include "app/mailer.hpp"
#include "wiring/service_log.hpp"

namespace smm::wiring {

// Nothing when no way to send mail is set. Problems: bad_mail_setting.
base::Result<std::unique_ptr<app::Mailer>> mailer_of(const app::MailSettings& settings);

class Mailing {
 public:
  Mailing(app::Installation& installation, std::unique_ptr<app::Mailer> mailer, ServiceLog& log);
  ~Mailing();  // lets the mail that is being sent end

 private:
  void run();
  bool pause();  // false: the end has come

  app::Installation& installation_;
  std::unique_ptr<app::Mailer> mailer_;
  ServiceLog& log_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace smm::wiring
