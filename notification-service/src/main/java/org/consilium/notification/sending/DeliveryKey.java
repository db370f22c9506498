package org.consilium.notification.sending;

import java.util.UUID;

record DeliveryKey(UUID notificationId, String channel) {}
