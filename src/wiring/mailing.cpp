// SPDX-License-Identifier: Apache-2.0
#include "wiring/mailing.hpp"

#include "adapters/folder_mailer.hpp"
#include "adapters/problems.hpp"
#include "adapters/smtp_mailer.hpp"
#include "app/people/empty_outbox.hpp"
#include "base/environment_error.hpp"

namespace smm::wiring {
namespace {

constexpr std::int64_t mails_at_once = 20;
constexpr std::chrono::seconds pause_between{2};

std::optional<adapters::SmtpSecurity> security_named(std::string_view word) {
  if (word == "starttls") return adapters::SmtpSecurity::starttls;
  if (word == "tls") return adapters::SmtpSecurity::tls;
  if (word == "none") return adapters::SmtpSecurity::none;
  return std::nullopt;
}

}  // namespace

base::Result<std::unique_ptr<app::Mailer>> mailer_of(const app::MailSettings& settings) {
  std::unique_ptr<app::Mailer> mailer;
  if (!settings.folder.empty()) mailer = std::make_unique<adapters::FolderMailer>(settings.folder);
  if (!settings.folder.empty() || settings.host.empty()) return mailer;
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
  const base::Problems problems = adapters::problems_of(smtp);
  if (!problems.empty()) return problems;
  mailer = std::make_unique<adapters::SmtpMailer>(std::move(smtp));
  return mailer;
}

Mailing::Mailing(app::Installation& installation, std::unique_ptr<app::Mailer> mailer, ServiceLog& log)
    : installation_(installation), mailer_(std::move(mailer)), log_(log) {
  app::give_up_unfinished_mails(installation_);
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

void Mailing::run() {
  while (pause()) {
    try {
      app::empty_outbox(installation_, *mailer_, mails_at_once);
    } catch (const base::EnvironmentError& error) {
      log_.trouble("outbox", error.what());
    }
  }
}

}  // namespace smm::wiring
