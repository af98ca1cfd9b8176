// SPDX-License-Identifier: Apache-2.0
#include "wiring/mailing.hpp"

#include "adapters/folder_mailer.hpp"
#include "adapters/problems.hpp"
#include "app/people/empty_outbox.hpp"
#include "app/rounds/send_reminders.hpp"
#include "base/environment_error.hpp"

namespace smm::wiring {
namespace {

constexpr std::int64_t mails_at_once = 20;
constexpr std::chrono::seconds pause_between{2};
constexpr std::chrono::minutes mails_looked_at_every{1};

std::optional<adapters::SmtpSecurity> security_named(std::string_view word) {
  if (word == "starttls") return adapters::SmtpSecurity::starttls;
  if (word == "tls") return adapters::SmtpSecurity::tls;
  if (word == "none") return adapters::SmtpSecurity::none;
  return std::nullopt;
}

}  // namespace

base::Result<adapters::SmtpSettings> smtp_settings_of(const app::MailSettings& settings) {
  const auto security = security_named(settings.security);
  if (!security)
    return base::Problem(adapters::problem::bad_mail_setting,
                         "mail_security is starttls, tls or none, not \"" + settings.security + "\"");
  adapters::SmtpSettings smtp{settings.host,
                              static_cast<int>(settings.port),
                              *security,
                              settings.user,
                              settings.password_file,
                              settings.ca_file,
                              "",
                              settings.bounce_address};
  base::Problems problems = adapters::problems_of(smtp);
  if (!problems.empty()) return problems;
  return smtp;
}

base::Result<std::unique_ptr<app::Mailer>> mailer_of(const app::MailSettings& settings) {
  std::unique_ptr<app::Mailer> mailer;
  if (!settings.folder.empty()) mailer = std::make_unique<adapters::FolderMailer>(settings.folder);
  if (!settings.folder.empty() || settings.host.empty()) return mailer;
  auto smtp = smtp_settings_of(settings);
  if (!smtp) return smtp.problems();
  mailer = std::make_unique<adapters::SmtpMailer>(std::move(*smtp));
  return mailer;
}

Mailing::Mailing(app::Installation& installation, const app::Pages& pages,
                 std::unique_ptr<app::Mailer> mailer, std::int64_t per_minute, bool alone, ServiceLog& log)
    : installation_(installation),
      pages_(pages),
      mailer_(std::move(mailer)),
      per_minute_(per_minute),
      log_(log) {
  if (alone) app::give_up_unfinished_mails(installation_);
  thread_ = std::thread([this] { run(); });
}

Mailing::~Mailing() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ending_.notify_all();
  thread_.join();
}

bool Mailing::pause() {
  std::unique_lock lock(mutex_);
  return !ending_.wait_for(lock, pause_between, [this] { return ended_; });
}

bool Mailing::ended() {
  const std::lock_guard lock(mutex_);
  return ended_;
}

// Where no mail goes out nobody is reminded: mails that wait for weeks would come too late.
void Mailing::look_around() {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_look_) return;
  next_look_ = now + mails_looked_at_every;
  app::give_up_left_mails(installation_);
  app::send_due_reminders(installation_, pages_);
}

void Mailing::send_all() {
  while (!ended() && app::empty_outbox(installation_, *mailer_, mails_at_once, per_minute_).taken() > 0) {
  }
}

void Mailing::run() {
  while (pause()) {
    try {
      look_around();
      send_all();
    } catch (const base::EnvironmentError& error) {
      log_.trouble("outbox", error.what());
    }
  }
}

}  // namespace smm::wiring
