// SPDX-License-Identifier: Apache-2.0
// Empties the outbox on a thread of its own: every few seconds, and as long as there is something to send, no
// faster than the settings allow. Once a minute it also writes the reminders whose time has come, and gives
// up mails whose sender is gone. Unless it has the database alone, others may be sending when it starts.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "adapters/smtp_mailer.hpp"
#include "app/installation/installation.hpp"
#include "app/installation/service_settings.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"
#include "wiring/service_log.hpp"

namespace smm::wiring {

// Of a mail server that is named. Problems: bad_mail_setting.
base::Result<adapters::SmtpSettings> smtp_settings_of(const app::MailSettings& settings);

// Nothing when no way to send mail is set. Problems: bad_mail_setting.
base::Result<std::unique_ptr<app::Mailer>> mailer_of(const app::MailSettings& settings);

class Mailing {
 public:
  Mailing(app::Installation& installation, const app::Pages& pages, std::unique_ptr<app::Mailer> mailer,
          std::int64_t per_minute, bool alone, ServiceLog& log);
  ~Mailing();  // lets the mail that is being sent end

 private:
  void run();
  void look_around();
  void send_all();
  bool ended();
  bool pause();  // false: the end has come

  app::Installation& installation_;
  const app::Pages& pages_;
  std::unique_ptr<app::Mailer> mailer_;
  std::int64_t per_minute_;
  std::chrono::steady_clock::time_point next_look_{};
  ServiceLog& log_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace smm::wiring
