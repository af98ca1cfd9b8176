// SPDX-License-Identifier: Apache-2.0
// Sends mail through the office's mail server (RFC 5321, by libcurl), a connection for each mail.
//
// Encrypted by STARTTLS or from the first byte; with neither only to this very machine. The server's
// certificate and name are always checked. A mail that cannot be written correctly is refused before any
// connection. Blocks until the server has answered or a time-out has passed; may be called from several
// threads at once.
#pragma once

#include <chrono>
#include <string>

#include "app/mailer.hpp"
#include "base/problem.hpp"

namespace smm::adapters {

enum class SmtpSecurity {
  starttls,  // usually port 587; a server that does not offer it gets no mail
  tls,       // usually port 465
  none       // on loopback only, to a mail server of this machine
};

struct SmtpSettings {
  std::string host;
  int port = 587;
  SmtpSecurity security = SmtpSecurity::starttls;
  std::string user = {};            // empty: the server asks for none
  std::string password_file = {};   // with `user`
  std::string ca_file = {};         // PEM; certificates to trust instead of the system's
  std::string hello_name = {};      // how we introduce ourselves; empty: this machine's name
  std::string bounce_address = {};  // where failures are reported to; empty: the sender of each mail
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::seconds answer_timeout{60};           // for each reply
  std::chrono::milliseconds whole_timeout{180'000};  // for a mail in all; a server that hangs
                                                     // to the end may cost one more answer_timeout
};

// All that is wrong with them (bad_mail_setting), so that it is said when the program starts.
base::Problems problems_of(const SmtpSettings& settings);

// Greets the server, encrypts and signs in as for a mail, and leaves. What keeps a mail from being handed
// over, in words; empty when nothing does. The settings have no problems. Never throws.
std::string greeting_fault(const SmtpSettings& settings);

class SmtpMailer final : public app::Mailer {
 public:
  // The settings have no problems. Throws EnvironmentError when the password cannot be read.
  explicit SmtpMailer(SmtpSettings settings);

  app::SendOutcome send(const app::Mail& mail) override;

 private:
  SmtpSettings settings_;
};

}  // namespace smm::adapters
