// SPDX-License-Identifier: Apache-2.0
// Signs JSON Web Tokens for tests, with a key that it makes; the program itself only checks them.
#pragma once

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "crypto/base64.hpp"
#include "crypto/jwt_signature.hpp"

namespace smm::test {

class JwtSigner {
 public:
  explicit JwtSigner(crypto::JwtAlgorithm algorithm, unsigned rsa_bits = 2048)
      : algorithm_(algorithm),
        key_(algorithm == crypto::JwtAlgorithm::es256 ? EVP_EC_gen("P-256") : EVP_RSA_gen(rsa_bits)) {
    if (!key_) throw std::runtime_error("OpenSSL makes no key");
  }

  crypto::JwtPublicKey public_key() const {
    if (algorithm_ == crypto::JwtAlgorithm::es256)
      return crypto::P256PublicKey{number(OSSL_PKEY_PARAM_EC_PUB_X, 32),
                                   number(OSSL_PKEY_PARAM_EC_PUB_Y, 32)};
    return crypto::RsaPublicKey{number(OSSL_PKEY_PARAM_RSA_N), number(OSSL_PKEY_PARAM_RSA_E)};
  }

  // As it stands in a key set.
  std::string json_key(const std::string& id) const {
    const std::string begin = "{\"kid\": \"" + id + "\", \"use\": \"sig\", ";
    const crypto::JwtPublicKey key = public_key();
    if (const auto* point = std::get_if<crypto::P256PublicKey>(&key))
      return begin + "\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"" + crypto::base64url(point->x) +
             "\", \"y\": \"" + crypto::base64url(point->y) + "\"}";
    const auto& rsa = std::get<crypto::RsaPublicKey>(key);
    return begin + "\"kty\": \"RSA\", \"n\": \"" + crypto::base64url(rsa.modulus) + "\", \"e\": \"" +
           crypto::base64url(rsa.exponent) + "\"}";
  }

  std::string token(std::string_view header, std::string_view payload) const {
    const std::string message = crypto::base64url(header) + "." + crypto::base64url(payload);
    return message + "." + crypto::base64url(signature(message));
  }

  std::string signature(std::string_view message, int salt = RSA_PSS_SALTLEN_DIGEST) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_PKEY_CTX* context = nullptr;
    EVP_DigestSignInit(digest.get(), &context, EVP_sha256(), nullptr, key_.get());
    if (algorithm_ == crypto::JwtAlgorithm::ps256) {
      EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
      EVP_PKEY_CTX_set_rsa_pss_saltlen(context, salt);
    }
    std::string bytes(2048, '\0');
    std::size_t size = bytes.size();
    const auto* text = reinterpret_cast<const unsigned char*>(message.data());
    if (EVP_DigestSign(digest.get(), octets(bytes), &size, text, message.size()) != 1)
      throw std::runtime_error("OpenSSL does not sign");
    bytes.resize(size);
    return algorithm_ == crypto::JwtAlgorithm::es256 ? two_numbers(bytes) : bytes;
  }

 private:
  static unsigned char* octets(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

  static std::string two_numbers(const std::string& der) {
    const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
        d2i_ECDSA_SIG(nullptr, &begin, static_cast<long>(der.size())), ECDSA_SIG_free);
    std::string bytes(64, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), octets(bytes), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), octets(bytes) + 32, 32);
    return bytes;
  }

  std::string number(const char* name, int size = 0) const {
    BIGNUM* value = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), name, &value);
    std::string bytes(static_cast<std::size_t>(size > 0 ? size : BN_num_bytes(value)), '\0');
    BN_bn2binpad(value, octets(bytes), static_cast<int>(bytes.size()));
    BN_free(value);
    return bytes;
  }

  struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  };

  crypto::JwtAlgorithm algorithm_;
  std::unique_ptr<EVP_PKEY, FreeKey> key_;
};

}  // namespace smm::test
