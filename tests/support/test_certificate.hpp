// SPDX-License-Identifier: Apache-2.0
// A certificate of its own making, for a server that a test starts: who trusts this one file trusts it.
#pragma once

#include <stdexcept>
#include <string>

#include "child_process.hpp"
#include "scratch_folder.hpp"

namespace smm::test {

class TestCertificate {
 public:
  // `names` as OpenSSL writes them: "DNS:localhost".
  explicit TestCertificate(const std::string& names) {
    ChildProcess maker({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                        "-nodes", "-days", "2", "-subj", "/CN=smm test", "-addext", "subjectAltName=" + names,
                        "-keyout", key(), "-out", path()});
    if (maker.exit_code() != 0) throw std::runtime_error("openssl makes no certificate");
  }

  std::string path() const { return folder_.path("certificate.pem"); }
  std::string key() const { return folder_.path("key.pem"); }

 private:
  ScratchFolder folder_;
};

}  // namespace smm::test
