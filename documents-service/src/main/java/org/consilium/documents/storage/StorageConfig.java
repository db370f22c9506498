package org.consilium.documents.storage;

import io.smallrye.config.ConfigMapping;

/** Where the bytes lie. */
@ConfigMapping(prefix = "consilium.storage")
interface StorageConfig {

    String endpoint();

    String region();

    String accessKey();

    String secretKey();

    String quarantineBucket();

    String vaultBucket();
}
