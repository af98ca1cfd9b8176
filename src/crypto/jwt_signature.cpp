// SPDX-License-Identifier: Apache-2.0
#include "crypto/jwt_signature.hpp"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <memory>

namespace smm::crypto {
namespace {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};

using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using PublicKey = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>>;
using CurveSignature = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;

constexpr std::size_t coordinate_size = 32;
constexpr int fewest_rsa_bits = 2048;
constexpr int most_rsa_bits = 8192;
constexpr int most_exponent_bits = 32;

const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

Number number_of(std::string_view bytes) {
  return Number(BN_bin2bn(octets(bytes), static_cast<int>(bytes.size()), nullptr));
}

// Null when OpenSSL finds that these are no key, such as a point that is not on the curve.
PublicKey key_from(const char* type, OSSL_PARAM* parameters) {
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
  EVP_PKEY* key = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) <= 0 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters) <= 0)
    return nullptr;
  return PublicKey(key);
}

PublicKey opened(const RsaPublicKey& key) {
  if (key.modulus.size() > most_rsa_bits / 8 || key.exponent.size() > most_exponent_bits / 8) return nullptr;
  const Number modulus = number_of(key.modulus);
  const Number exponent = number_of(key.exponent);
  const ParameterBuilder builder(OSSL_PARAM_BLD_new());
  if (!modulus || !exponent || !builder || BN_num_bits(modulus.get()) < fewest_rsa_bits ||
      !BN_is_odd(modulus.get()) || !BN_is_odd(exponent.get()) || BN_is_one(exponent.get()) ||
      !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) ||
      !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()))
    return nullptr;
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  return parameters ? key_from("RSA", parameters.get()) : nullptr;
}

PublicKey opened(const P256PublicKey& key) {
  if (key.x.size() != coordinate_size || key.y.size() != coordinate_size) return nullptr;
  const std::string point = '\x04' + key.x + key.y;  // the uncompressed form
  const ParameterBuilder builder(OSSL_PARAM_BLD_new());
  if (!builder ||
      !OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) ||
      !OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()))
    return nullptr;
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  return parameters ? key_from("EC", parameters.get()) : nullptr;
}

// OpenSSL wants the two numbers of a curve's signature in DER; empty when they are none.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * coordinate_size) return "";
  const CurveSignature numbers(ECDSA_SIG_new());
  Number r = number_of(signature.substr(0, coordinate_size));
  Number s = number_of(signature.substr(coordinate_size));
  if (!numbers || !r || !s || ECDSA_SIG_set0(numbers.get(), r.get(), s.get()) != 1) return "";
  static_cast<void>(r.release());
  static_cast<void>(s.release());
  unsigned char* bytes = nullptr;
  const int size = i2d_ECDSA_SIG(numbers.get(), &bytes);
  if (size <= 0) return "";
  std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return der;
}

// RFC 7518, section 3.5: the salt is as long as the hash, and the mask is made by the same hash (which
// OpenSSL takes by itself).
bool set_padding(EVP_PKEY_CTX* context, JwtAlgorithm algorithm) {
  switch (algorithm) {
    case JwtAlgorithm::rs256:
      return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) > 0;
    case JwtAlgorithm::ps256:
      return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0 &&
             EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) > 0;
    case JwtAlgorithm::es256:
      break;
  }
  return true;
}

bool verifies(EVP_PKEY* key, JwtAlgorithm algorithm, std::string_view message, std::string_view signature) {
  const DigestContext digest(EVP_MD_CTX_new());
  EVP_PKEY_CTX* context = nullptr;  // belongs to `digest`
  return digest && EVP_DigestVerifyInit(digest.get(), &context, EVP_sha256(), nullptr, key) == 1 &&
         set_padding(context, algorithm) &&
         EVP_DigestVerify(digest.get(), octets(signature), signature.size(), octets(message),
                          message.size()) == 1;
}

}  // namespace

std::optional<JwtAlgorithm> jwt_algorithm(std::string_view name) {
  if (name == "RS256") return JwtAlgorithm::rs256;
  if (name == "PS256") return JwtAlgorithm::ps256;
  if (name == "ES256") return JwtAlgorithm::es256;
  return std::nullopt;
}

bool can_sign(const JwtPublicKey& key, JwtAlgorithm algorithm) {
  return std::holds_alternative<P256PublicKey>(key) == (algorithm == JwtAlgorithm::es256);
}

bool jwt_signature_is_valid(JwtAlgorithm algorithm, const JwtPublicKey& key, std::string_view message,
                            std::string_view signature) {
  if (!can_sign(key, algorithm)) return false;
  const PublicKey open = std::visit([](const auto& kind) { return opened(kind); }, key);
  const std::string bytes = algorithm == JwtAlgorithm::es256 ? der_of(signature) : std::string(signature);
  const bool valid = open && !bytes.empty() && verifies(open.get(), algorithm, message, bytes);
  ERR_clear_error();  // a bad signature leaves its reasons in the thread's queue
  return valid;
}

}  // namespace smm::crypto
