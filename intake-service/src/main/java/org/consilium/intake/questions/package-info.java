/**
 * What is asked: how a question could be better, which ones the reasons suggest, and what has to be
 * answered before an operation is judged.
 */
package org.consilium.intake.questions;
